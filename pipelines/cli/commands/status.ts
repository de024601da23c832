import { Command } from 'commander';
import { join } from 'node:path';
import { statusJson } from '../../operations/status-json.ts';
import { describeStatus } from '../../operations/status.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { printStatus } from '../print-status.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options {
  readonly home?: string;
  readonly runs: number;
  readonly json: boolean;
}

/** `status`: what readers see, what is fresh, and how the last refreshes went or go. */
export function statusCommand(): Command {
  return new Command('status')
    .description('Tells what readers see, what is fresh, what failed and why.')
    .argument('<district>', 'the folder with district.yaml')
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--runs <number>', 'how many refreshes to tell of', wholeNumber, 7)
    .option('--json', 'print it as JSON', false)
    .addHelpText('after', '\nExample:\n  resource-map status data/districts/riverbend --runs 30')
    .action(async (given: string, options: Options) => {
      const district = await readDistrict(districtFolder(given));
      const home = join(homeFolder(options.home), district.district.id);
      const now = new Date();
      const status = await describeStatus({ home, district, runs: options.runs, now });
      if (options.json) console.log(JSON.stringify(statusJson(status), null, 2));
      else printStatus(status, { district: given, home: options.home });
    });
}
