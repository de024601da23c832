import { Command } from 'commander';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { refresh } from '../../local/refresh.ts';
import { checkFacts } from '../../refresh/check-facts.ts';
import { fullRequest } from '../../refresh/request.ts';
import { settingOption } from '../add-setting.ts';
import { checkJson } from '../check-json.ts';
import { exitCodeOfAll } from '../errors.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { printCheck } from '../print-check.ts';
import { tellSetAside } from '../print-set-aside.ts';
import { Progress } from '../progress.ts';
import { stoppedExit, stopSignal } from '../stop.ts';
import { tellFailure } from '../tell-failure.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options {
  readonly extracts?: string;
  readonly home?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly json: boolean;
  readonly threads: number;
  readonly memoryLimit?: string;
}

/** All that a refresh makes before it publishes: a later refresh of the same files finds it made. */
const everythingButOutputs = '+checks.*,+release.*';

/** `check`: what a refresh would come to, without publishing anything. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'Reads, checks and codes the files of a district as a refresh does, and publishes nothing.',
    )
    .argument('<district>', 'the folder with district.yaml')
    .option('--extracts <folder>', 'where the files are (default: <district>/extracts)')
    .option('--home <folder>', 'where outputs go (default: RESOURCE_MAP_HOME, else data/local)')
    .addOption(settingOption())
    .option('--json', 'print the result as JSON', false)
    .option('--threads <number>', 'threads to use', wholeNumber, availableParallelism())
    .option('--memory-limit <amount>', 'what DuckDB may use, such as 1GB')
    .addHelpText(
      'after',
      '\nEnds with 0 when a refresh would be published, 3 when a check would keep it from that.\n' +
        '\nExample:\n  resource-map check data/districts/riverbend',
    )
    .action(run);
}

async function run(given: string, options: Options): Promise<void> {
  const progress = new Progress(process.stderr, options.json);
  const signal = stopSignal();
  try {
    const folder = districtFolder(given);
    const request = fullRequest({
      districtFolder: folder,
      extractsFolder: resolve(options.extracts ?? join(folder, 'extracts')),
      set: options.set,
      select: everythingButOutputs,
      site: false,
      trigger: 'check',
    });
    const result = await refresh(request, {
      home: homeFolder(options.home),
      threads: options.threads,
      memoryLimit: options.memoryLimit,
      signal,
      environment: process.env,
      say: (line) => progress.say(line),
      follow: (event, steps) => progress.follow(event, steps),
    });
    progress.end();
    const facts = await checkFacts(result.home, result.runId);
    if (options.json) console.log(JSON.stringify(checkJson(result, facts), null, 2));
    else {
      printCheck(result, facts);
      await tellSetAside(result, { district: given, home: options.home });
    }
    process.exitCode =
      result.end === 'cancelled'
        ? stoppedExit
        : exitCodeOfAll(result.failures.map(({ facts: failure }) => failure));
  } catch (error) {
    progress.end();
    tellFailure(error, options.json, signal.aborted);
  }
}
