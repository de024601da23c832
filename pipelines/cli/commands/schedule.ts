import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { District } from '../../../transforms/config/district.ts';
import { Problem } from '../../../transforms/problem.ts';
import { scheduleWarnings } from '../../../transforms/schedules/warnings.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { districtFolder } from '../folders.ts';
import { appliedLines, listedLines } from '../schedule-words.ts';

interface Options {
  readonly extracts?: string;
  readonly note?: string;
  readonly json: boolean;
}

/** `schedule`: hands the schedules of a district to a Temporal server, and looks after them there. */
export function scheduleCommand(): Command {
  const below = [
    new Command('apply')
      .description('Makes the schedules on the server those that district.yaml declares.')
      .argument('<district>', 'the folder with district.yaml')
      .option('--extracts <folder>', 'where the files are (default: <district>/extracts)')
      .option('--json', 'print it as JSON', false)
      .addHelpText('after', '\nExample:\n  resource-map schedule apply data/districts/riverbend')
      .action(apply),
    new Command('list')
      .description('Tells what is declared and applied, when it starts, and how it ended.')
      .argument('<district>', 'the folder with district.yaml')
      .option('--json', 'print it as JSON', false)
      .addHelpText('after', '\nExample:\n  resource-map schedule list data/districts/riverbend')
      .action(list),
    withId('pause', 'Starts nothing until it is resumed.').option('--note <text>', 'why'),
    withId('resume', 'Starts again at the declared times.').option('--note <text>', 'why'),
    withId('trigger', 'Starts a refresh now, unless one goes on.'),
    withId('delete', 'Takes a schedule off the server; apply brings it back.'),
  ];
  const command = new Command('schedule')
    .description('Schedules on a Temporal server. Without a server, see: resource-map serve')
    .addHelpText(
      'after',
      '\nThe server is found by TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and the other standard settings of Temporal.',
    );
  for (const each of below) command.addCommand(each);
  return command;
}

type Verb = 'pause' | 'resume' | 'trigger' | 'delete';

function withId(name: Verb, what: string): Command {
  return new Command(name)
    .description(what)
    .argument('<district>', 'the folder with district.yaml')
    .argument('[schedule]', 'its id in district.yaml, when there are several')
    .option('--json', 'print it as JSON', false)
    .addHelpText(
      'after',
      `\nExample:\n  resource-map schedule ${name} data/districts/riverbend monthly`,
    )
    .action((given: string, id: string | undefined, options: Options) =>
      changeOne(name, given, id, options),
    );
}

async function apply(given: string, { extracts, json }: Options): Promise<void> {
  const districtPath = districtFolder(given);
  const extractsFolder = resolve(extracts ?? join(districtPath, 'extracts'));
  const district = await readDistrict(districtPath);
  const { withClient } = await import('../../temporal/connection.ts');
  const { applySchedules } = await import('../../temporal/schedules.ts');
  const applied = await withClient((client) =>
    applySchedules(client, district, { districtFolder: districtPath, extractsFolder }),
  );
  const zone = district.district.time_zone;
  const now = new Date();
  const warnings = [
    ...district.schedules.flatMap((one) => scheduleWarnings(one, zone, now)),
    ...(existsSync(extractsFolder)
      ? []
      : [`There is no folder ${extractsFolder} on this machine.`]),
  ];
  if (json) {
    print({ time_zone: zone, extracts: extractsFolder, schedules: applied, warnings });
    return;
  }
  say(appliedLines(district, applied));
  if (applied.some(({ change }) => change !== 'deleted')) {
    // In full: the person who starts a worker elsewhere needs the same folder there.
    say([`Every worker reads the files in ${extractsFolder}.`]);
  }
  say(warnings.map((warning) => `Please look: ${warning}`));
}

async function list(given: string, { json }: Options): Promise<void> {
  const district = await readDistrict(districtFolder(given));
  const { withClient } = await import('../../temporal/connection.ts');
  const { listSchedules } = await import('../../temporal/schedule-list.ts');
  const listed = await withClient((client) => listSchedules(client, district, new Date()));
  if (json) print({ time_zone: district.district.time_zone, schedules: listed });
  else say(listedLines(district, listed));
}

async function changeOne(
  verb: Verb,
  given: string,
  named: string | undefined,
  options: Options,
): Promise<void> {
  const district = await readDistrict(districtFolder(given));
  const id = named ?? onlyOne(district);
  const { withClient } = await import('../../temporal/connection.ts');
  const { changeSchedule, triggerSchedule } = await import('../../temporal/schedules.ts');
  const done = await withClient(async (client): Promise<string> => {
    if (verb !== 'trigger') {
      await changeSchedule(client, district.district, id, verb, options.note);
      return { pause: 'paused', resume: 'resumed', delete: 'deleted' }[verb];
    }
    const { started } = await triggerSchedule(client, district.district, id);
    return started ? 'started' : 'skipped';
  });
  if (options.json) print({ schedule: id, outcome: done });
  else say([`${district.district.name}, ${id}: ${sentences[done]}`]);
}

const sentences: Readonly<Record<string, string>> = {
  paused: 'paused. Nothing starts until it is resumed.',
  resumed: 'resumed. It starts again at its declared times.',
  deleted: 'taken off the server.',
  started: 'a refresh was started, for a worker to make. schedule list tells what comes of it.',
  skipped: 'nothing was started, because its last refresh goes on.',
};

function onlyOne({ district, schedules }: District): string {
  const [first, ...others] = schedules;
  if (first && others.length === 0) return first.id;
  const ids = schedules.map(({ id }) => id).join(', ');
  throw new Problem({
    code: 'schedule_unnamed',
    what: `${district.name} declares ${first ? `several schedules: ${ids}` : 'no schedules'}.`,
    fix: 'Name one of them after the district.',
    exit: 2,
  });
}

function say(lines: readonly string[]): void {
  for (const line of lines) console.log(line);
}

function print(value: object): void {
  console.log(JSON.stringify({ format: 1, ...value }, null, 2));
}
