import { expect, test } from 'vitest';
import { rowMark, SENT_AGAIN_COLUMNS } from '../../pipelines/runtime/sent-again.ts';
import { joinRecord } from '../../pipelines/runtime/csv/fields.ts';
import { cellsOf } from '../support/rows.ts';
import { given, problemOf } from '../support/staging-situations.ts';

const SOURCE = `  - id: ledger
    extract: gl_transactions
    file: 'GL_{fiscal_year}.csv'
    drop:
      - { id: totals, when: { account: TOTAL }, total_of: { since_last: true, amount: amount } }
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      fiscal_period: { const: '12' }
      journal_id: { from: journal }
      line_no: { from: line }
      amount_type: { const: actual }
      fund_code: { from: fund }
      object_code: { from: account }
      amount: { from: amount }
`;

const SENT = `journal,line,fund,account,amount
J1,1,01,110,100.00
J1,2,01,6-Nov,20.00
J1,3,01,120,3.00
J1,4,01,1E+05,0.40
,,,TOTAL,123.40
`;
const LINES = SENT.split('\n');

const NAME = 'GL_2024.csv.ledger.sent-again.csv';

const compare = (a: string, b: string): number => (a < b ? -1 : 1);

interface Again {
  readonly line: number;
  readonly cells: string;
  readonly file?: string;
  readonly mark?: string;
}

/** A file of rows sent again, as a person corrects the exported one. */
function again(...rows: readonly Again[]): string {
  const header = [
    ...SENT_AGAIN_COLUMNS,
    'journal',
    'line',
    'fund',
    'account',
    'amount',
    'source_text',
  ];
  const records = rows.map(({ line, cells, file = 'GL_2024.csv', mark }) => {
    const place = [file, String(line), mark ?? rowMark(LINES[line - 1] ?? '')];
    return [...place, 'account', 'F11', 'The cell is a date.', ...cells.split(','), ''];
  });
  return [header, ...records].map((cells) => `${joinRecord(cells, ',')}\n`).join('');
}

async function staged(...files: readonly string[]) {
  const named = files.map((text, i): [string, string] => [
    i === 0 ? NAME : NAME.replace(/\.csv$/, `-${i + 1}.csv`),
    text,
  ]);
  const district = await given(SOURCE, { 'GL_2024.csv': SENT, ...Object.fromEntries(named) });
  return await district.stage('ledger');
}

test('a row that is sent again corrected stands in the map once, from the file in which it came again', async () => {
  const read = await staged(again({ line: 3, cells: 'J1,2,01,611,20.00' }));
  const rows = await read.rows('staging.gl_transactions');
  const files = new Set(rows.map((row) => row['source_file_key']));
  expect(files.size).toBe(2);
  const lines = cellsOf(rows, 'line_no', 'object_code', 'amount').map((cells) => cells.join(' '));
  expect(lines.toSorted(compare)).toEqual(['1 110 100.00', '2 611 20.00', '3 120 3.00']);
  expect(cellsOf(await read.rows('staging.quarantined_rows'), 'line', 'rule_id')).toEqual([
    ['5', 'F10'],
  ]);
});

test('records and dollars of both files tie: read = loaded, set aside, sent again and dropped', async () => {
  const read = await staged(again({ line: 3, cells: 'J1,2,01,611,21.00' }));
  const totals = await read.rows('staging.read_totals');
  const counted = cellsOf(totals, 'outcome', 'records', 'amount').map((cells) => cells.join(' '));
  expect(counted.toSorted(compare)).toEqual([
    'dropped 1 123.40',
    'in_file 1 123.40',
    'in_file 1 21.00',
    'in_file 4 123.40',
    'loaded 1 21.00',
    'loaded 2 103.00',
    'quarantined 1 0.40',
    'replaced 1 20.00',
  ]);
});

test('a row that is sent again and still wrong is set aside in the file in which it came again', async () => {
  const read = await staged(again({ line: 3, cells: 'J1,2,01,7-Nov,20.00' }));
  const aside = cellsOf(await read.rows('staging.quarantined_rows'), 'line', 'rule_id');
  expect(aside.map((cells) => cells.join(' ')).toSorted(compare)).toEqual(['2 F11', '5 F10']);
});

test('a row that is sent again under the key of another row is set aside, and two files may send rows again', async () => {
  const read = await staged(
    again({ line: 3, cells: 'J1,3,01,611,20.00' }),
    again({ line: 5, cells: 'J1,4,01,100000,0.40' }),
  );
  const aside = cellsOf(await read.rows('staging.quarantined_rows'), 'rule_id', 'line');
  expect(aside).toEqual([['K01', '2']]);
  expect(await read.rows('staging.gl_transactions')).toHaveLength(3);
});

test.each([
  ['a row that was not set aside', [{ line: 2, cells: 'J1,1,01,111,100.00' }], 'not set aside'],
  [
    'other content than was exported',
    [{ line: 3, cells: 'J1,2,01,611,20.00', mark: rowMark('x') }],
    'another one',
  ],
  ['another file', [{ line: 3, cells: 'J1,2,01,611,20.00', file: 'GL_2023.csv' }], 'another file'],
  ['the same row twice', [3, 3].map((line) => ({ line, cells: 'J1,2,01,611,20.00' })), 'Two rows'],
] as const)('a file that sends again %s is refused', async (_, rows, what) => {
  const problem = await problemOf(staged(again(...rows)));
  expect(problem.code).toBe('sent_again_refused');
  expect(problem.what).toContain(what);
  expect(problem.where).toEqual({ file: NAME, line: 2, column: 'source_line' });
});

test('a row that two files send again is refused', async () => {
  const problem = await problemOf(
    staged(
      again({ line: 3, cells: 'J1,2,01,611,20.00' }),
      again({ line: 3, cells: 'J1,2,01,612,20.00' }),
    ),
  );
  expect(problem.what).toBe('Another file has sent this row again already.');
});

test('rows that are sent again for a file that is not there are refused', async () => {
  const district = await given(SOURCE, {
    'GL_2024.csv': SENT,
    'GL_2023.csv.ledger.sent-again.csv': again({ line: 3, cells: 'J1,2,01,611,20.00' }),
  });
  expect((await problemOf(district.stage('ledger'))).code).toBe('sent_again_of_nothing');
});

const WIDE = `  - id: students
    extract: enrollment_counts
    file: 'students_{fiscal_year}.csv'
    reshape: { columns: { all: all, poor: low_income }, name: group, value: count }
    columns:
      school_year: { const: '{fiscal_year}' }
      site_id: { from: site }
      student_group: { from: group }
      students: { from: count }
`;

test('of a wide record, only the cell that was set aside is taken when it is sent again', async () => {
  const name = 'students_2024.csv.students.sent-again.csv';
  const header = [...SENT_AGAIN_COLUMNS, 'site', 'all', 'poor', 'source_text'];
  const said = `students_2024.csv,3,${rowMark('S2,60,2o')},poor,F09,It is no number.,S2,61,20,`;
  const district = await given(WIDE, {
    'students_2024.csv': 'site,all,poor\nS1,40,30\nS2,60,2o\n',
    [name]: `${joinRecord(header, ',')}\n${said}\n`,
  });
  const read = await district.stage('students');
  const rows = await read.rows('staging.enrollment_counts');
  const counted = cellsOf(rows, 'site_id', 'student_group', 'students');
  expect(counted.map((cells) => cells.join(' ')).toSorted(compare)).toEqual([
    'S1 all 40',
    'S1 low_income 30',
    'S2 all 60',
    'S2 low_income 20',
  ]);
  const totals = await read.rows('staging.read_totals');
  expect(
    cellsOf(totals, 'outcome', 'rule_id', 'records', 'rows')
      .map((cells) => cells.join(' '))
      .toSorted(compare),
  ).toEqual([
    'dropped stands_already 0 1',
    'in_file  1 2',
    'in_file  2 4',
    'loaded  1 1',
    'loaded  1 3',
    'replaced  1 1',
  ]);
});
