import { Command } from 'commander';
import { join, resolve } from 'node:path';
import { exportQuarantine } from '../../operations/export-quarantine.ts';
import { type Quarantine, readQuarantine } from '../../operations/quarantine.ts';
import { setAsideReasons } from '../../operations/set-aside-reasons.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { Engine } from '../../runtime/duckdb.ts';
import { countOf } from '../../runtime/words.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { reasonLines } from '../print-set-aside.ts';
import { textTable } from '../text-table.ts';

interface Options {
  readonly home?: string;
  readonly export?: string;
  readonly json: boolean;
}

/** `quarantine`: the rows that the last refresh set aside, and files of them for the sender. */
export function quarantineCommand(): Command {
  return new Command('quarantine')
    .description(
      'Lists the rows that the last refresh set aside: file, line, column, rule, reason.',
    )
    .argument('<district>', 'the folder with district.yaml')
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--export <folder>', 'write them as CSV files for the sender, one for each file')
    .option('--json', 'print the list as JSON', false)
    .addHelpText(
      'after',
      '\nExample:\n  resource-map quarantine data/districts/riverbend --export for-the-sender',
    )
    .action(run);
}

async function run(given: string, options: Options): Promise<void> {
  const district = await readDistrict(districtFolder(given));
  const home = join(homeFolder(options.home), district.district.id);
  const engine = await Engine.open({ threads: 1 });
  try {
    const quarantine = await readQuarantine(home, engine);
    if (options.json) console.log(JSON.stringify(asJson(quarantine), null, 2));
    else print(quarantine);
    if (options.export === undefined) return;
    const first = quarantine.rows.filter(({ sentAgain }) => !sentAgain);
    if (first.length < quarantine.rows.length) console.error(CORRECT_THERE);
    const files = await exportQuarantine(first, resolve(options.export));
    for (const { name, records } of files) {
      console.error(`${countOf(records, 'row')} written to ${join(options.export, name)}`);
    }
    if (files.length > 0) console.error(HOW_TO_SEND);
  } finally {
    engine.close();
  }
}

const CORRECT_THERE =
  'Rows that were sent again and are not right yet are not written: correct them in the file in which they came.';

const HOW_TO_SEND =
  'They may hold data of persons: only you can read them; send them as you would send the files themselves.';

/** What stands in a cell is for the exported file alone: a list on a screen may be seen by anyone. */
function asJson({ runId, rows }: Quarantine) {
  return {
    run: runId,
    rows: rows.map(({ source, file, fileKey, line, column, rule, reason }) => ({
      source,
      file,
      file_key: fileKey,
      line,
      column,
      rule,
      reason,
    })),
  };
}

function print({ runId, rows }: Quarantine): void {
  if (runId === null) {
    console.log('No refresh has read the files of this district yet.');
    return;
  }
  if (rows.length === 0) {
    console.log('The last refresh set no row aside.');
    return;
  }
  const cells = rows.map(({ source, file, line, column, rule, reason }) => [
    source,
    `${file}:${line}`,
    column,
    rule,
    reason,
  ]);
  const head = ['Source', 'Line', 'Column', 'Rule', 'Reason'];
  for (const text of textTable([head, ...cells], [])) console.log(text);
  const records = new Set(rows.map((row) => `${row.fileKey} ${row.line}`)).size;
  const reasons = setAsideReasons(rows);
  if (reasons.length < rows.length) {
    console.log('Reason by reason:');
    for (const line of reasonLines(reasons)) console.log(line);
  }
  console.log(`${countOf(records, 'row')} set aside. --export FOLDER writes them for the sender.`);
}
