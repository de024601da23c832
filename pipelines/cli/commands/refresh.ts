import { Command, InvalidArgumentError } from 'commander';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { Problem } from '../../../transforms/problem.ts';
import { LABELS } from '../../../transforms/config/label.ts';
import { refresh } from '../../local/refresh.ts';
import { marksOfRun } from '../../refresh/acceptances-asked.ts';
import { movementsSince } from '../../refresh/movements.ts';
import { fullRequest, type RefreshRequest } from '../../refresh/request.ts';
import type { RefreshResult } from '../../refresh/result.ts';
import { summarize } from '../../refresh/summary.ts';
import {
  acceptRequests,
  type AcceptOptions,
  addAcceptOptions,
  typedOptions,
} from '../accept-check.ts';
import { settingOption } from '../add-setting.ts';
import { refuseIgnored, startedJson, startedLine } from '../detached.ts';
import { exitCodeOfAll } from '../errors.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { printResult } from '../print-result.ts';
import { tellSetAside } from '../print-set-aside.ts';
import { resultJson } from '../result-json.ts';
import { Progress } from '../progress.ts';
import { stoppedExit, stopSignal } from '../stop.ts';
import { tellFailure } from '../tell-failure.ts';
import { wholeNumber } from '../whole-number.ts';
import { refreshAll } from './refresh-all.ts';

interface Options extends AcceptOptions {
  readonly all?: string;
  readonly window?: number;
  readonly extracts?: string;
  readonly home?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly select?: string;
  readonly label?: string;
  readonly site: boolean;
  readonly json: boolean;
  readonly threads: number;
  readonly memoryLimit?: string;
  readonly temporal: boolean;
  readonly detach: boolean;
}

const labels: readonly string[] = LABELS;

/** `refresh`: from the files of a district to a published edition. */
export function refreshCommand(): Command {
  const command = new Command('refresh')
    .description('Reads the files of a district, checks them, and publishes its resource map.')
    .argument('[district]', 'the folder with district.yaml')
    .option('--all <folder>', 'instead of one district: every one that has a folder in this one')
    .option(
      '--window <number>',
      'with --all: districts at once (default: 1; on Temporal 2)',
      wholeNumber,
    )
    .option('--extracts <folder>', 'where the files are (default: <district>/extracts)')
    .option('--home <folder>', 'where outputs go (default: RESOURCE_MAP_HOME, else data/local)')
    .addOption(settingOption())
    .option('--select <assets>', 'make only these, such as +marts.schools; publishes nothing')
    .option('--label <label>', `what the edition is: ${labels.join(', ')}`, oneLabel)
    .option('--no-site', 'leave the report site out')
    .option('--json', 'print the result as JSON', false)
    .option('--threads <number>', 'threads to use', wholeNumber, availableParallelism())
    .option('--memory-limit <amount>', 'what DuckDB may use, such as 1GB')
    .option('--temporal', 'run it on the Temporal server, by its workers', false)
    .option('--detach', 'with --temporal: start it and do not wait for its end', false)
    .addHelpText(
      'after',
      '\nExample:\n  resource-map refresh data/districts/riverbend --no-site --label preliminary',
    )
    .action(run);
  return addAcceptOptions(command);
}

async function run(district: string | undefined, options: Options): Promise<void> {
  const progress = new Progress(process.stderr, options.json);
  const signal = stopSignal();
  try {
    refuseIgnored(options);
    if (options.all !== undefined && district === undefined) {
      return await refreshAll(options.all, options, signal);
    }
    if (options.all !== undefined || district === undefined) throw oneOrAll();
    const request = asked(districtFolder(district), options);
    if (options.detach) {
      const { startOnTemporal } = await import('../../temporal/run-refresh.ts');
      const started = await startOnTemporal(request);
      if (options.json) console.log(JSON.stringify(startedJson(started), null, 2));
      else console.log(startedLine(started));
      return;
    }
    const result = await execute(request, options, progress, signal);
    progress.end();
    await tell(result, district, options);
    process.exitCode =
      result.end === 'cancelled'
        ? stoppedExit
        : exitCodeOfAll(result.failures.map(({ facts }) => facts));
  } catch (error) {
    progress.end();
    tellFailure(error, options.json, signal.aborted);
  }
}

/** Where the outputs are on this machine, their summary is told too. */
async function tell(result: RefreshResult, district: string, options: Options): Promise<void> {
  const { published, home, runId } = result;
  const here = published !== null && existsSync(join(home, 'editions', published.edition));
  const summary = here ? await summarize(join(home, 'editions', published.edition)) : undefined;
  const moved = here ? await movementsSince(home, published.edition) : undefined;
  if (options.json) {
    console.log(JSON.stringify(resultJson(result, summary, moved), null, 2));
    return;
  }
  const marks = await marksOfRun(home, runId);
  const words = { district, home: options.home, options: typedOptions(options) };
  printResult(result, { summary, moved, marks }, words);
  await tellSetAside(result, words);
}

function asked(folder: string, options: Options): RefreshRequest {
  const { extracts, set, select, label, site } = options;
  return fullRequest({
    districtFolder: folder,
    extractsFolder: resolve(extracts ?? join(folder, 'extracts')),
    set,
    select: select ?? null,
    label: label ?? null,
    site,
    accept: acceptRequests(options),
  });
}

/** Runs it in this process, or on the Temporal server, whose packages are loaded only then. */
async function execute(
  request: RefreshRequest,
  options: Options,
  progress: Progress,
  signal: AbortSignal,
): Promise<RefreshResult> {
  const home = homeFolder(options.home);
  const say = (line: string): void => progress.say(line);
  if (options.temporal) {
    const { refreshOnTemporal } = await import('../../temporal/run-refresh.ts');
    return refreshOnTemporal(request, home, {
      signal,
      say,
      progress: ({ steps, states, running }) => progress.show(steps, states, running),
    });
  }
  const { threads, memoryLimit } = options;
  const { env: environment } = process;
  return refresh(request, {
    home,
    threads,
    memoryLimit,
    signal,
    environment,
    say,
    follow: (event, steps) => progress.follow(event, steps),
  });
}

function oneLabel(text: string): string {
  if (labels.includes(text)) return text;
  throw new InvalidArgumentError(`It is one of: ${labels.join(', ')}.`);
}

function oneOrAll(): Problem {
  return new Problem({
    code: 'district_or_all',
    what: 'Name the folder of one district, or with --all the folder that holds several.',
    fix: 'Such as: resource-map refresh data/districts/riverbend',
    exit: 2,
  });
}
