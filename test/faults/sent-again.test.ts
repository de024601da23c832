import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { currentEdition } from '../support/edition.ts';
import { cellsOf } from '../support/rows.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const root = scratchFolder('sent-again');
const district = join(root, 'district');
const home = join(root, 'home');
const exported = join(root, 'for-the-sender');
const NAME = 'ledger_2024.csv.ledger.sent-again.csv';

const refresh = () => runCommand(['refresh', district, '--home', home, '--no-site']);

it('a row that was set aside, exported, corrected and sent again ends in the map, and all totals tie', async () => {
  writeSmallDistrict(district);
  changeFile(district, 'extracts/ledger_2024.csv', (text) =>
    text.replace('2610,410,000,,D1,Heat', '2610,10-Apr,000,,D1,Heat'),
  );
  const blocked = await refresh();
  expect(blocked.code, blocked.output).toBe(3);

  const written = await runCommand(['quarantine', district, '--home', home, '--export', exported]);
  expect(written.code, written.output).toBe(0);
  const text = readFileSync(join(exported, NAME), 'utf8');
  writeFileSync(join(district, 'extracts', NAME), text.replace('"10-Apr"', '"410"'));

  const refreshed = await refresh();
  expect(refreshed.code, refreshed.output).toBe(0);
  const edition = currentEdition(home, 'small');
  const rows = await edition.rows(
    `select label, rows, amount from release.quality where topic = 'rows' and source_id = 'ledger' order by label`,
  );
  // 16 lines in two years, of which one came twice; its $54,999.50 are counted where they came again.
  expect(cellsOf(rows, 'label', 'rows', 'amount')).toEqual([
    ['Rows in the files', '17', '3144999.50'],
    ['Rows loaded', '16', '3090000.00'],
    ['Rows set aside and sent again corrected', '1', '54999.50'],
  ]);
  const ties = await edition.rows(
    `select read_amount, quarantined_amount, difference_amount, control_difference_amount
    from release.reconciliation where fiscal_year = 2024 and source_id = 'ledger'`,
  );
  expect(
    cellsOf(
      ties,
      'read_amount',
      'quarantined_amount',
      'difference_amount',
      'control_difference_amount',
    ),
  ).toEqual([['1560000.00', '0.00', '0.00', '0.00']]);
  expect(
    await edition.figure(
      `select sum(amount)::varchar from release.spending where fiscal_year = 2024
      and amount_type = 'actual' and child_purpose_id = 'maintenance'`,
    ),
  ).toBe('54999.50');
});

it('when the next file has the row right, the rows sent again are refused, so that none counts twice', async () => {
  changeFile(district, 'extracts/ledger_2024.csv', (text) => text.replace('10-Apr', '410'));
  const refused = await refresh();
  expect(refused.code).toBe(1);
  expect(refused.output).toContain(`${NAME}:2, column source_line`);
  expect(refused.output).toContain('was not set aside');
  expect(refused.output).toContain('Take the row out of this file');
});
