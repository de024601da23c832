import { Command, InvalidArgumentError, Option } from 'commander';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import type { District } from '../../../transforms/config/district.ts';
import { Problem } from '../../../transforms/problem.ts';
import { lastBackfills } from '../../operations/last-backfills.ts';
import { batchExit, type BatchJob } from '../../refresh/batch.ts';
import {
  decideYears,
  type WhichYears,
  type YearDecision,
  yearItems,
} from '../../refresh/batch-years.ts';
import { isYearByYear, ledgerYears, yearParameter } from '../../refresh/ledger-years.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { fullRequest } from '../../refresh/request.ts';
import { batchJson, batchTable } from '../batch-words.ts';
import { settingOption } from '../add-setting.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { type BatchOptions, executeBatch, windowOf } from '../run-batch.ts';
import { stoppedExit, stopSignal } from '../stop.ts';
import { tellFailure } from '../tell-failure.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options extends BatchOptions {
  readonly from: number;
  readonly to: number;
  readonly missing: boolean;
  readonly failed: boolean;
  readonly dryRun: boolean;
  readonly extracts?: string;
  readonly set: Readonly<Record<string, string>>;
}

/** `backfill`: the maps of earlier fiscal years, without a change of what readers see. */
export function backfillCommand(): Command {
  return new Command('backfill')
    .description('Makes earlier fiscal years, each by itself; what readers see stays as it is.')
    .argument('<district>', 'the folder with district.yaml')
    .requiredOption('--from <year>', 'the first fiscal year, by the year in which it ends', aYear)
    .requiredOption('--to <year>', 'the last fiscal year', aYear)
    .option('--window <number>', 'years at once (default: 1; on Temporal 2)', wholeNumber)
    .addOption(
      new Option('--missing', 'only years that no backfill has made well yet')
        .default(false)
        .conflicts('failed'),
    )
    .option('--failed', 'only years whose last backfill failed or was blocked by a check', false)
    .option('--dry-run', 'tell what would be done and why, and do nothing', false)
    .option('--extracts <folder>', 'where the files are (default: <district>/extracts)')
    .option('--home <folder>', 'where outputs go (default: RESOURCE_MAP_HOME, else data/local)')
    .addOption(settingOption())
    .option('--json', 'print the result as JSON', false)
    .option('--threads <number>', 'threads to use', wholeNumber, availableParallelism())
    .option('--memory-limit <amount>', 'what DuckDB may use, such as 1GB')
    .option('--temporal', 'run it on the Temporal server, by its workers', false)
    .addHelpText(
      'after',
      '\nExample:\n  resource-map backfill data/districts/riverbend --from 2023 --to 2024 --missing',
    )
    .action(run);
}

async function run(given: string, options: Options): Promise<void> {
  try {
    await backfill(given, options);
  } catch (error) {
    tellFailure(error, options.json);
  }
}

async function backfill(given: string, options: Options): Promise<void> {
  const folder = districtFolder(given);
  const extractsFolder = resolve(options.extracts ?? join(folder, 'extracts'));
  const { from, to, set } = options;
  refuseOdd(options);
  const district = await readDistrict(folder);
  const { id, name } = district.district;
  const years = await ledgerYears(district, extractsFolder, set, { from, to });
  const last = await lastBackfills(join(homeFolder(options.home), id), new Date());
  const engine = options.temporal ? 'temporal' : 'embedded';
  const decisions = decideYears(years, whichOf(options), last, engine);
  const job: BatchJob = {
    kind: 'backfill',
    name: id,
    summary: `Backfill of ${name}`,
    window: windowOf(options),
    request: fullRequest({
      districtFolder: folder,
      extractsFolder,
      set,
      site: false,
      trigger: 'backfill',
      publish: false,
    }),
    items: yearItems(district, set, decisions),
  };
  if (options.dryRun) tellPlan(district, decisions, options.json);
  else await execute(job, district, decisions, options);
}

async function execute(
  job: BatchJob,
  district: District,
  decisions: readonly YearDecision[],
  options: Options,
): Promise<void> {
  const signal = stopSignal();
  const rows = await executeBatch(job, options, signal);
  process.exitCode = signal.aborted ? stoppedExit : batchExit(rows);
  const left = decisions.filter(({ make }) => !make);
  if (options.json) {
    const about = { format: 1, district: district.district.id, stopped: signal.aborted };
    console.log(JSON.stringify({ ...about, years: batchJson(rows), left: facts(left) }, null, 2));
    return;
  }
  for (const { year, why } of left) console.log(`Fiscal year ${year}: left out, because ${why}.`);
  if (rows.length === 0) {
    console.log('Nothing to do.');
    return;
  }
  for (const line of batchTable('Year', rows)) console.log(line);
  if (signal.aborted) {
    console.log('Stopped. Nothing is half done: the same command goes on from here.');
  }
  console.log(`Readers see what they saw before. ${whatNext(district)}`);
}

function tellPlan(district: District, decisions: readonly YearDecision[], json: boolean): void {
  if (json) {
    const { id } = district.district;
    const plan = { format: 1, district: id, dry_run: true, years: facts(decisions) };
    console.log(JSON.stringify(plan, null, 2));
    return;
  }
  for (const { year, make, why } of decisions) {
    console.log(`Fiscal year ${year}: ${make ? 'to be made' : 'left out'}, because ${why}.`);
  }
  console.log(`Nothing was done. ${whatNext(district)}`);
}

function whatNext(district: District): string {
  return isYearByYear(district)
    ? 'Each year has an edition of its own, which waits until a person approves it.'
    : 'The next refresh reuses what was made of each year.';
}

function facts(decisions: readonly YearDecision[]): object {
  return decisions.map(({ year, make, why }) => ({ fiscal_year: year, to_be_made: make, why }));
}

function whichOf({ missing, failed }: Options): WhichYears {
  if (failed) return 'failed';
  return missing ? 'missing' : 'all';
}

function refuseOdd({ from, to, set }: Options): void {
  if (from > to) {
    throw new Problem({
      code: 'years_reversed',
      what: `--from ${from} comes after --to ${to}.`,
      fix: 'Name the earlier year first.',
      exit: 2,
    });
  }
  if (set[yearParameter] === undefined) return;
  throw new Problem({
    code: 'year_set_twice',
    what: `--set ${yearParameter}=… names a year, and so do --from and --to.`,
    fix: 'Leave out --set.',
    exit: 2,
  });
}

function aYear(text: string): number {
  if (/^(19|20)\d\d$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a year of four digits, such as 2024.');
}
