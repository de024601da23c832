import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { runCommand } from '../support/command.ts';
import { currentEdition, lastRunLog } from '../support/edition.ts';
import { cellsOf } from '../support/rows.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const root = scratchFolder('corrections');
const district = join(root, 'district');
const home = join(root, 'home');

const TABLE = `correction_id,owner,reason,extract,match_column,match_value,column_name,from_value,to_value
pay_site,Payroll office,Excel makes a date of the site.,payroll_lines,staff_id,E1,site_id,6-Nov,S1
heat,Budget office,The gas company is booked under an old function.,gl_transactions,description,Heat,function_code,7777,2610
gone,Budget office,Was right until last year.,gl_transactions,description,Coal,object_code,411,410
`;

async function refresh() {
  const refreshed = await runCommand(['refresh', district, '--home', home, '--no-site']);
  expect(refreshed.code, refreshed.output).toBe(0);
  const edition = currentEdition(home, 'small');
  const told = await edition.rows(
    `select label, rows from release.quality where topic = 'corrections' order by label`,
  );
  const buildings = await edition.figure(
    `select sum(amount)::varchar from release.spending
    where fiscal_year = 2024 and amount_type = 'actual' and child_purpose_id = 'maintenance'`,
  );
  return { edition, told: cellsOf(told, 'label', 'rows'), buildings };
}

it('a correction survives the next month’s file, is counted, and changes no total', async () => {
  writeSmallDistrict(district);
  mkdirSync(join(district, 'coding'), { recursive: true });
  writeFileSync(join(district, 'coding/corrections.csv'), TABLE);
  changeFile(district, 'extracts/payroll_2024.csv', (text) =>
    text.replace('T1,S1,70000.00', 'T1,6-Nov,70000.00'),
  );
  changeFile(district, 'extracts/ledger_2024.csv', (text) => text.replace('2610,410', '7777,410'));

  const first = await refresh();
  expect(first.told).toEqual([
    ['gone: object_code of General ledger, line by line', '0'],
    ['heat: function_code of General ledger, line by line', '1'],
    ['pay_site: site_id of Payroll', '1'],
  ]);
  expect(first.buildings).toBe('54999.50');

  changeFile(
    district,
    'extracts/payroll_2024.csv',
    (text) => `${text}2024,2,E1,BASE,100,1000,111,000,T1,6-Nov,500.00,B1\n`,
  );
  changeFile(
    district,
    'extracts/ledger_2024.csv',
    (text) => `${text}2024,4,J4,1,100,7777,410,000,,D1,Heat,1000.25\n`,
  );
  changeFile(district, 'extracts/trial_balance.csv', (text) =>
    text.replace('1560000.00', '1561000.25'),
  );
  const second = await refresh();
  expect(second.told.map(([, rows]) => rows)).toEqual(['0', '2', '2']);
  expect(second.buildings).toBe('55999.75');

  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.run(
      `attach '${join(second.edition.folder, 'resource-map.duckdb')}' as map (read_only)`,
    );
    const lines = await engine.rows(
      'select record_no, from_value, to_value, correction_id from map.marts.corrected_lines order by record_no',
    );
    expect(cellsOf(lines, 'record_no', 'from_value', 'to_value', 'correction_id')).toEqual([
      ['6', '7777', '2610', 'heat'],
      ['10', '7777', '2610', 'heat'],
    ]);
  } finally {
    engine.close();
  }
});

it('a correction of payroll reads no ledger again, and one that would change dollars stops the refresh', async () => {
  changeFile(district, 'coding/corrections.csv', (text) =>
    text.replace('E1,site_id', 'E9,site_id'),
  );
  const blocked = await runCommand(['refresh', district, '--home', home, '--no-site']);
  expect(blocked.code, blocked.output).toBe(3);
  const staged = lastRunLog(home, 'small').filter(
    ({ asset }) => asset === 'staging.gl_transactions',
  );
  expect(new Set(staged.map(({ state }) => state))).toEqual(
    new Set(['planned', 'running', 'reused']),
  );

  changeFile(district, 'coding/corrections.csv', (text) =>
    text.replace('function_code,7777,2610', 'amount,1000.25,0.00'),
  );
  const refused = await runCommand(['refresh', district, '--home', home, '--no-site']);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('coding/corrections.csv:3, column column_name');
  expect(refused.output).toContain('A correction never changes dollars');
});
