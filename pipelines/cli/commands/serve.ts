import { Command } from 'commander';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '../../../transforms/problem.ts';
import { type Clock, serve } from '../../local/serve.ts';
import { steadyRefresh } from '../../local/steady-refresh.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { serveJson, serveLines } from '../serve-words.ts';
import { stopSignal } from '../stop.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options {
  readonly extracts?: string;
  readonly home?: string;
  readonly json: boolean;
  readonly threads: number;
  readonly memoryLimit?: string;
}

/** `serve`: keeps the schedules of districts and watches their folders, here and without any server. */
export function serveCommand(): Command {
  return new Command('serve')
    .description(
      'Refreshes districts by the schedules of their district.yaml and when new files come, until it is ended.',
    )
    .argument('<districts...>', 'the folders with district.yaml')
    .option('--extracts <folder>', 'where the files of one district are')
    .option('--home <folder>', 'where outputs go (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--json', 'print each event as a line of JSON', false)
    .option('--threads <number>', 'threads to use', wholeNumber, availableParallelism())
    .option('--memory-limit <amount>', 'what DuckDB may use, such as 1GB')
    .addHelpText('after', '\nExample:\n  resource-map serve data/districts/riverbend')
    .action(run);
}

async function run(given: readonly string[], options: Options): Promise<void> {
  if (options.extracts !== undefined && given.length > 1) {
    throw new Problem({
      code: 'extracts_of_several',
      what: '--extracts names the files of one district, and this command names several.',
      fix: 'Run it once for each district, or keep the files in <district>/extracts.',
      exit: 2,
    });
  }
  const folders = [...new Set(given.map(districtFolder))];
  const signal = stopSignal();
  if (!options.json) console.log('Keeping the schedules. Ctrl-C ends it.');
  await serve({
    districts: folders.map((folder) => ({
      districtFolder: folder,
      extractsFolder: resolve(options.extracts ?? join(folder, 'extracts')),
    })),
    place: {
      home: homeFolder(options.home),
      threads: options.threads,
      memoryLimit: options.memoryLimit,
      signal,
      environment: process.env,
      follow: () => {},
      say: () => {},
    },
    clock: systemClock,
    refresh: await steadyRefresh(),
    tell: (event) => {
      for (const line of options.json ? [serveJson(event)] : serveLines(event)) console.log(line);
    },
  });
}

const systemClock: Clock = {
  now: () => new Date(),
  async sleep(milliseconds, signal) {
    try {
      await pause(milliseconds, undefined, { signal });
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  },
};
