import { Command, InvalidArgumentError, Option } from 'commander';
import { join } from 'node:path';
import { secondsOf } from '../../../transforms/config/duration.ts';
import { deleteGarbage, refuseWhileRunning } from '../../operations/gc/collect.ts';
import { findGarbage } from '../../operations/gc/garbage.ts';
import { type Amount, type GcReport, reportOf } from '../../operations/gc/report.ts';
import { timeWords } from '../../operations/words.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { countOf } from '../../runtime/words.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options {
  readonly home?: string;
  readonly keep: number;
  readonly olderThan: number;
  readonly delete: boolean;
  readonly json: boolean;
}

/** `gc`: frees what no edition needs any more; tells what that is before anything goes. */
export function gcCommand(): Command {
  return new Command('gc')
    .description('Tells what no edition needs any more, and with --delete frees its space.')
    .argument('<district>', 'the folder with district.yaml')
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--keep <number>', 'keep the last editions, besides all approved ones', wholeNumber, 3)
    .addOption(
      new Option('--older-than <duration>', 'only what was not used for so long')
        .argParser(seconds)
        .default(86_400, '1d'),
    )
    .option('--delete', 'delete it; without this nothing is changed', false)
    .option('--json', 'print it as JSON', false)
    .addHelpText('after', '\nExample:\n  resource-map gc data/districts/riverbend --older-than 30d')
    .action(run);
}

async function run(given: string, options: Options): Promise<void> {
  const { district } = await readDistrict(districtFolder(given));
  const home = join(homeFolder(options.home), district.id);
  const { keep, olderThan } = options;
  const now = new Date();
  await refuseWhileRunning(home, now);
  const garbage = await findGarbage({ home, keep, olderThan, now });
  const steps = options.delete ? await deleteGarbage(home, garbage) : garbage.steps;
  const report = reportOf(garbage, steps, options.delete);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else print(report, district.time_zone);
}

function print(report: GcReport, timeZone: string): void {
  const { frees, stays, stays_because_used_lately: recent, deleted } = report;
  const editions = report.editions_kept;
  const approved = editions.filter((edition) => edition.approved).length;
  console.log(
    `${countOf(editions.length, 'edition')} kept, ${approved} of them approved: ${amountWords(stays)}.`,
  );
  if (recent.steps > 0) console.log(`Used lately, so it stays: ${amountWords(recent)}.`);
  console.log(`${deleted ? 'Freed' : 'Would free'}: ${amountWords(frees)}.`);
  for (const [kind, amount] of Object.entries(frees.by_kind)) {
    console.log(`  ${kind}: ${amountWords(amount)}`);
  }
  if (frees.oldest_use !== null && frees.newest_use !== null) {
    const [first, last] = [frees.oldest_use, frees.newest_use].map((at) => timeWords(at, timeZone));
    console.log(`  last used between ${first} and ${last}`);
  }
  if (frees.private_folders > 0) {
    console.log(`  ${countOf(frees.private_folders, 'folder')} left half done by runs that died`);
  }
  if (frees.plans > 0) console.log(`  ${countOf(frees.plans, 'plan')} of refreshes of long ago`);
  const nothing = frees.steps + frees.private_folders + frees.plans === 0;
  if (!deleted && !nothing) console.log('Nothing was changed; add --delete to free it.');
}

function amountWords({ steps, bytes }: Amount): string {
  return `${countOf(steps, 'step')}, ${bytesWords(bytes)}`;
}

/** As disks are sold: 1 MB is a million bytes. */
function bytesWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const amount = bytes / 1000 ** power;
  return `${power === 0 ? amount : amount.toFixed(1)} ${units[power] ?? ''}`;
}

function seconds(text: string): number {
  const read = secondsOf(text);
  if (read !== undefined) return read;
  throw new InvalidArgumentError('Write a whole number and s, m, h or d, such as 30d.');
}
