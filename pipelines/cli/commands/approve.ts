import { Command } from 'commander';
import { join } from 'node:path';
import type { District } from '../../../transforms/config/district.ts';
import { approveEdition } from '../../operations/approve.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import type { ApprovalReceipt } from '../../temporal/payloads.ts';
import { failureJson } from '../result-json.ts';
import { exitCodeOf } from '../errors.ts';
import { districtFolder, homeFolder } from '../folders.ts';

interface Options {
  readonly by: string;
  readonly note?: string;
  readonly home?: string;
  readonly temporal: boolean;
  readonly json: boolean;
}

/** `approve`: a person lets readers see an edition. */
export function approveCommand(): Command {
  return new Command('approve')
    .description('Lets readers see an edition, on the word of a person.')
    .argument('<district>', 'the folder with district.yaml')
    .argument('<edition>', 'the id of the edition, or its first letters: see status')
    .requiredOption('--by <name>', 'whose word it is; the name stands in the footer of the report')
    .option('--note <text>', 'a remark that is kept with the approval')
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--temporal', 'by a worker, where this machine does not see the outputs', false)
    .option('--json', 'print it as JSON', false)
    .addHelpText(
      'after',
      '\nExample:\n  resource-map approve data/districts/riverbend 3f2a9c --by "Jane Doe, CFO"',
    )
    .action(run);
}

async function run(given: string, asked: string, options: Options): Promise<void> {
  try {
    const district = await readDistrict(districtFolder(given));
    const { pointer, already } = await approve(district.district, asked, options);
    if (options.json) {
      console.log(JSON.stringify({ ...pointer, already }, null, 2));
      return;
    }
    const { edition, by, previous } = pointer;
    console.log(
      already
        ? `Readers already see edition ${edition}: approved by ${by}.`
        : `Readers now see edition ${edition}, approved by ${by}.`,
    );
    if (!already && previous !== null) console.log(`Before, they saw edition ${previous}.`);
  } catch (error) {
    if (!options.json) throw error;
    console.log(JSON.stringify(failureJson(error, false), null, 2));
    process.exitCode = exitCodeOf(error);
  }
}

/** Here, or by a worker that sees the folder of outputs. */
async function approve(
  district: District['district'],
  edition: string,
  { by, note: remark, home, temporal }: Options,
): Promise<ApprovalReceipt> {
  const note = remark ?? null;
  if (!temporal) {
    const folder = join(homeFolder(home), district.id);
    return approveEdition({ home: folder, edition, by, note, now: new Date() });
  }
  const { approveOnTemporal } = await import('../../temporal/approve.ts');
  return approveOnTemporal(district, { edition, by, note });
}
