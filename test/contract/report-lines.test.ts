import { expect, test } from 'vitest';
import { cellsOf } from '../support/rows.ts';
import { given, LEDGER, problemOf, SITES } from '../support/staging-situations.ts';

test('page numbers, repeated headers and the end of a report are left out; every row of data stays', async () => {
  const district = await given(LEDGER, {
    'GL_FY2024.csv':
      'year,fund,item,amount\n2024,01,A,1.00\nPage 1 of 2\nyear,fund,item,amount\n2024,01,Page,2.00\n' +
      '"",,,Page 2 of 2\n2024,01,End of report,4.00\n*** END OF REPORT ***,,,\n',
  });
  const staged = await district.stage('ledger');
  expect(cellsOf(await staged.rows('staging.gl_balances'), 'object_code', 'amount')).toEqual([
    ['A', '1.00'],
    ['Page', '2.00'],
    ['End of report', '4.00'],
  ]);
  const dropped = (await staged.rows('staging.read_totals')).filter(
    ({ outcome }) => outcome === 'dropped',
  );
  // The ragged one has no kind of amount, so it is counted by itself.
  expect(cellsOf(dropped, 'rule_id', 'records')).toEqual([
    ['page_line', '1'],
    ['page_line', '2'],
    ['repeated_header', '1'],
  ]);
});

test('a title between the rows is set aside as what it is; in a ledger it stops the refresh', async () => {
  const listed = await given(SITES, {
    'sites.csv':
      'year,site,name,type\n2024,0101,Oak School,school\nHigh schools,,,\n2024,0102,Elm School,school\n2024,,,\n',
  });
  const staged = await listed.stage('sites');
  expect(cellsOf(await staged.rows('staging.organizations'), 'site_id')).toEqual([
    ['0101'],
    ['0102'],
  ]);
  const aside = await staged.rows('staging.quarantined_rows');
  expect(cellsOf(aside, 'record_no', 'column_name', 'rule_id')).toEqual([
    ['3', '', 'F08'],
    ['5', 'name', 'F04'],
    ['5', 'site', 'F04'],
    ['5', 'type', 'F04'],
  ]);
  const ledger = await given(LEDGER, {
    'GL_FY2024.csv': 'year,fund,item,amount\n2024,01,A,1.00\nSchool funds,,,\n2024,01,B,2.00\n',
  });
  expect(await problemOf(ledger.stage('ledger'))).toMatchObject({
    code: 'ledger_row_unreadable',
    rule: 'F08',
    where: { line: 3 },
  });
});

test('a district may say itself what its page lines are', async () => {
  const district = await given(`${LEDGER}    drop: [{ id: pages, when: { year: '~^Page' } }]\n`, {
    'GL_FY2024.csv': 'year,fund,item,amount\n2024,01,A,1.00\nPage 1,,,\n',
  });
  const staged = await district.stage('ledger');
  const totals = await staged.rows('staging.read_totals');
  expect(cellsOf(totals, 'rule_id', 'records')).toContainEqual(['pages', '1']);
});
