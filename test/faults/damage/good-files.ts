import { type SheetCell, workbook } from '../../support/workbook.ts';
import { Sheet } from './mutator.ts';

export type Files = Readonly<Record<string, string | Buffer>>;

/** A file as it should be, how `district.yaml` reads it, and what else it refers to. */
export interface GoodFile {
  /** The id of the source. */
  readonly source: string;
  readonly yaml: string;
  /** Its name among the extracts. */
  readonly file: string;
  readonly sheet: Sheet;
  /** The file as it should be sent. */
  readonly content: (sheet: Sheet) => string | Buffer;
  readonly others: Files;
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const asCsv = (sheet: Sheet): string => sheet.text();

const SITES = `  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: year }
      site_id: { from: site }
      site_name: { from: name }
      site_type: { const: school }
`;
const ROSTER = `  - id: roster
    extract: staff_roster
    file: 'roster_{fiscal_year}*.csv'
    columns:
      fiscal_year: { from: year }
      snapshot_date: { from: snapshot }
      staff_id: { from: employee }
      total_fte: { from: fte }
      annual_base_salary: { from: salary }
      highest_degree: { from: degree }
`;

const sites = new Sheet(
  ['year', 'site', 'name'],
  numbers(6).map((i) => ['2024', `00${i + 1}`, `School ${i + 1}`]),
);
const people = new Sheet(
  ['year', 'snapshot', 'employee', 'name', 'degree', 'fte', 'salary'],
  numbers(12).map((i) => [
    '2024',
    '2023-10-01',
    `E${1001 + 7 * i}`,
    i === 4 ? 'Núñez, Zoë' : `Person ${i}`,
    i % 2 === 0 ? 'Master' : 'Bachelor',
    i % 3 === 0 ? '0.5' : '1.0',
    `${52_000 + 1311 * i}.00`,
  ]),
);

/** Forty lines with leading zeros, codes that look like dates, long numbers, commas and refunds. */
const ledgerLines = new Sheet(
  [
    'year',
    'period',
    'posted',
    'journal',
    'line',
    'fund',
    'function',
    'object',
    'project',
    'site',
    'amount',
    'memo',
  ],
  numbers(40).map((i) => [
    '2024',
    String((i % 12) + 1),
    `2023-${pad((i % 6) + 7, 2)}-${pad((i % 28) + 1, 2)}`,
    `J${100 + Math.floor(i / 4)}`,
    String((i % 4) + 1),
    i % 3 === 0 ? '0100' : '0200',
    '1000',
    i % 2 === 0 ? '6-11' : '6-12',
    '000412345678',
    `00${(i % 6) + 1}`,
    i % 9 === 8 ? `-${10 + i}.25` : `${1000 + 37 * i}.50`,
    i % 5 === 0 ? `Paper, pens no ${i}` : `Memo ${i}`,
  ]),
);

const balances = new Sheet(
  ['Fund', 'Function', 'Object', 'Site', 'As of', 'Amount'],
  numbers(20).map((i) => [
    i % 2 === 0 ? '0100' : '0200',
    '1000',
    i % 3 === 0 ? '110' : '330',
    `00${(i % 6) + 1}`,
    '2024-06-30',
    `${9000 + 123 * i}.${pad((i * 7) % 100, 2)}`,
  ]),
);

const BALANCE_COLUMNS = `    columns:
      fiscal_year: { const: '{fiscal_year}' }
      amount_type: { const: actual }
      fund_code: { from: Fund, width: 4 }
      function_code: { from: Function }
      object_code: { from: Object }
      project_code: { const: '' }
      site_id: { from: Site, width: 3 }
      as_of_date: { from: As of }
      amount: { from: Amount }
`;

/** Days of 1900 and later as spreadsheets number them. */
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

/** The balances as a workbook: a title, a blank row, then the header; codes as text, days and amounts as numbers. */
export function balanceBook(
  sheet: Sheet,
  change?: (cells: SheetCell[][]) => void,
  spoil = (xml: string): string => xml,
): Buffer {
  const rows: SheetCell[][] = sheet.rows.map((row) =>
    row.map((cell, at) =>
      at === 4
        ? { day: dayNumber(cell) }
        : at === 5 && /^-?[0-9.]+$/.test(cell)
          ? Number(cell)
          : cell,
    ),
  );
  change?.(rows);
  return workbook(
    [
      { name: 'Cover', rows: [['District of the test']] },
      { name: 'Balances', rows: [['Balances by account'], null, [...sheet.header], ...rows] },
    ],
    [],
    (xml, part) => (part.endsWith('sheet2.xml') ? spoil(xml) : xml),
  );
}

export const WIDTHS = [4, 5, 4, 4, 11, 12];

/** The balances as lines of fixed width; amounts stand at the right. */
export function fixedLines(sheet: Sheet): string[] {
  return sheet.rows.map((row) =>
    row
      .map((cell, at) => (at === 5 ? cell.padStart(WIDTHS[at] ?? 0) : cell.padEnd(WIDTHS[at] ?? 0)))
      .join(''),
  );
}

const results = new Sheet(
  ['site', 'measure', 'value', 'students'],
  numbers(18).map((i) => [
    `00${(i % 6) + 1}`,
    ['math', 'read', 'science'][Math.floor(i / 6)] ?? '',
    `${50 + i}.${i % 10}`,
    String(40 + i),
  ]),
);

/** The results as JSON: a list of schools, each with its list of results. */
export function resultsJson(sheet: Sheet, scalar = (cell: string): string => cell): string {
  const codes = [...new Set(sheet.rows.map(([site = '']) => site))];
  const schools = codes.map((code) => {
    const own = sheet.rows
      .filter(([site]) => site === code)
      .map(
        ([, measure = '', value = '', students = '']) =>
          `      {"measure": "${measure}", "value": ${scalar(value)}, "students": ${students}}`,
      );
    return `  {"code": "${code}", "results": [\n${own.join(',\n')}\n  ]}`;
  });
  return `{"year": 2024, "schools": [\n${schools.join(',\n')}\n]}\n`;
}

/** The results with a record on each line. */
export function resultLines(sheet: Sheet): string[] {
  return sheet.rows.map(
    ([site = '', measure = '', value = '', students = '']) =>
      `{"site": "${site}", "measure": "${measure}", "value": ${value}, "students": ${students}}`,
  );
}

const resultColumns = (site: string, year: string): string => `    columns:
      school_year: ${year}
      site_id: { from: ${site} }
      measure: { from: measure }
      value: { from: value }
      students: { from: students }
`;

const good = {
  ledger: {
    source: 'ledger',
    yaml: `  - id: ledger
    extract: gl_transactions
    file: 'GL_FY{fiscal_year}*'
    columns:
      fiscal_year: { from: year }
      fiscal_period: { from: period }
      posting_date: { from: posted }
      journal_id: { from: journal }
      line_no: { from: line }
      amount_type: { const: actual }
      fund_code: { from: fund, width: 4 }
      function_code: { from: function }
      object_code: { from: object }
      project_code: { from: project, width: 12 }
      site_id: { from: site, width: 3 }
      description: { from: memo }
      amount: { from: amount }
`,
    file: 'GL_FY2024.csv',
    sheet: ledgerLines,
    content: asCsv,
    others: {},
  },
  european: {
    source: 'european',
    yaml: `  - id: european
    extract: gl_balances
    file: 'bal_{fiscal_year}.txt'
    format: { delimiter: ';', encoding: windows-1252 }
    number_format: { thousands: '.', decimal: ',' }
    date_format: '%d.%m.%Y'
${BALANCE_COLUMNS}`,
    file: 'bal_2024.txt',
    sheet: balances
      .change('Amount', (cell) => cell.replace('.', ',').replace(/(\d)(\d{3},)/, '$1.$2'))
      .change('As of', () => '30.06.2024')
      .change('Object', (cell) => (cell === '110' ? 'Güter' : cell)),
    content: (sheet) => Buffer.from(sheet.text('\r\n', ';'), 'latin1'),
    others: {},
  },
  roster: {
    source: 'roster',
    yaml: ROSTER,
    file: 'roster_2024.csv',
    sheet: people,
    content: asCsv,
    others: {},
  },
  assignments: {
    source: 'assignments',
    yaml: `${SITES}${ROSTER}  - id: assignments
    extract: staff_assignments
    file: 'assignments_{fiscal_year}.csv'
    columns:
      fiscal_year: { from: year }
      staff_id: { from: employee }
      assignment_no: { from: number }
      site_id: { from: site }
      job_code: { from: job }
      fte: { from: fte }
`,
    file: 'assignments_2024.csv',
    sheet: new Sheet(
      ['year', 'employee', 'number', 'site', 'job', 'fte'],
      numbers(12).map((i) => ['2024', `E${1001 + 7 * i}`, '1', `00${(i % 6) + 1}`, 'T1', '0.5']),
    ),
    content: asCsv,
    others: { 'sites.csv': sites.text(), 'roster_2024.csv': people.text() },
  },
  enrollment: {
    source: 'enrollment',
    yaml: `${SITES}  - id: enrollment
    extract: enrollment_counts
    file: enrollment.csv
    columns:
      school_year: { from: year }
      site_id: { from: site }
      student_group: { from: group }
      students: { from: students }
      share: { from: share }
`,
    file: 'enrollment.csv',
    sheet: new Sheet(
      ['year', 'site', 'group', 'students', 'share'],
      numbers(12).map((i) => [
        '2024',
        `00${(i % 6) + 1}`,
        i < 6 ? 'all' : 'low_income',
        String(i < 6 ? 400 + i : 100 + i),
        i < 6 ? '1' : '0.25',
      ]),
    ),
    content: asCsv,
    others: { 'sites.csv': sites.text() },
  },
  chart: {
    source: 'chart',
    yaml: `  - id: chart
    extract: account_codes
    file: chart.csv
    columns:
      fiscal_year: { from: year }
      segment: { from: segment }
      code: { from: code }
      code_name: { from: name }
`,
    file: 'chart.csv',
    sheet: new Sheet(
      ['year', 'segment', 'code', 'name'],
      [
        ['fund', '0100', 'General fund'],
        ['fund', '0200', 'Grants'],
        ['function', '1000', 'Instruction'],
        ['object', '6-11', 'Supplies'],
        ['object', '6-12', 'Books, maps'],
        ['project', '000412345678', 'Title I'],
        ['project', '000412345679', 'Title II'],
      ].map((row) => ['2024', ...row]),
    ),
    content: asCsv,
    others: {},
  },
  workbook: {
    source: 'workbook',
    yaml: `  - id: workbook
    extract: gl_balances
    file: 'balances_{fiscal_year}.xlsx'
    format: { type: xlsx, sheet: Balances, skip_lines: 2 }
${BALANCE_COLUMNS}`,
    file: 'balances_2024.xlsx',
    sheet: balances,
    content: (sheet) => balanceBook(sheet),
    others: {},
  },
  fixed: {
    source: 'fixed',
    yaml: `  - id: fixed
    extract: gl_balances
    file: 'balances_{fiscal_year}.dat'
    format:
      type: fixed_width
      columns:
${balances.header
  .map((name, i) => {
    const start = 1 + WIDTHS.slice(0, i).reduce((sum, width) => sum + width, 0);
    return `        - { name: ${name}, start: ${start}, width: ${WIDTHS[i]} }`;
  })
  .join('\n')}
${BALANCE_COLUMNS}`,
    file: 'balances_2024.dat',
    sheet: balances,
    content: (sheet) => `${fixedLines(sheet).join('\n')}\n`,
    others: {},
  },
  json: {
    source: 'json',
    yaml: `${SITES}  - id: json
    extract: outcome_aggregates
    file: results.json
    format: { type: json, path: 'schools[].results[]' }
${resultColumns('parent.code', '{ from: parent.parent.year }')}`,
    file: 'results.json',
    sheet: results,
    content: (sheet) => resultsJson(sheet),
    others: { 'sites.csv': sites.text() },
  },
  jsonl: {
    source: 'jsonl',
    yaml: `${SITES}  - id: jsonl
    extract: outcome_aggregates
    file: results.jsonl
    format: { type: jsonl }
${resultColumns('site', "{ const: '2024' }")}`,
    file: 'results.jsonl',
    sheet: results,
    content: (sheet) => `${resultLines(sheet).join('\n')}\n`,
    others: { 'sites.csv': sites.text() },
  },
  parquet: {
    source: 'parquet',
    yaml: `  - id: parquet
    extract: gl_balances
    file: 'balances_{fiscal_year}.parquet'
    format: { type: parquet }
${BALANCE_COLUMNS}`,
    file: 'balances_2024.parquet',
    sheet: balances,
    // Written by DuckDB from these lines: see the test.
    content: asCsv,
    others: {},
  },
} satisfies Record<string, GoodFile>;

export type GoodName = keyof typeof good;
export const GOOD_FILES: Readonly<Record<GoodName, GoodFile>> = good;
