import { Command } from 'commander';
import { join } from 'node:path';
import { readDistrict } from '../../refresh/read-district.ts';
import { describeStatus, type Status } from '../../local/status.ts';
import { grouped } from '../../runtime/words.ts';
import { districtFolder, homeFolder } from '../folders.ts';

interface Options {
  readonly home?: string;
  readonly json: boolean;
}

/** `status`: what readers see, and how the last run went or goes. */
export function statusCommand(): Command {
  return new Command('status')
    .description('Tells what readers see, and how the last refresh went or where it is.')
    .argument('<district>', 'the folder with district.yaml')
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--json', 'print it as JSON', false)
    .addHelpText('after', '\nExample:\n  resource-map status data/districts/riverbend')
    .action(async (given: string, options: Options) => {
      const district = await readDistrict(districtFolder(given));
      const status = await describeStatus(join(homeFolder(options.home), district.district.id));
      if (options.json) console.log(JSON.stringify(status, null, 2));
      else print(district.district.name, status);
    });
}

/** Enough to see why a run did what it did; a first run makes everything. */
const mostMade = 20;

function print(name: string, { current, site_built, run }: Status): void {
  console.log(
    current
      ? `${name}: readers see edition ${current.edition}, approved ${current.approved_at} by ${current.by}.`
      : `${name}: nothing is published yet.`,
  );
  if (current) console.log(site_built ? 'Its site is built.' : 'Site not built.');
  if (!run) return;
  const counts = Object.entries(run.steps).map(([state, count]) => `${grouped(count)} ${state}`);
  const state = run.state === 'made' ? 'done' : run.state;
  console.log(`Last run ${run.run_id}: ${state}. Steps: ${counts.join(', ') || 'none'}.`);
  for (const { step, why } of run.made.slice(0, mostMade)) console.log(`  made ${step}: ${why}`);
  const more = run.made.length - mostMade;
  if (more > 0) console.log(`  made ${grouped(more)} more: see --json`);
  for (const { step, error } of run.failed) console.log(`  failed ${step}: ${error}`);
}
