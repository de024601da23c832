import { emptySql } from '../../transforms/contract/staged-relation.ts';
import { quote } from '../runtime/duckdb.ts';
import { makeRelations } from './make-relations.ts';
import type { Made, MakeRequest } from './make.ts';

/** What a published edition says of the fiscal year before the first one of this run. */
export interface EarlierYear {
  readonly edition: string;
  /** Preliminary, final, audited or restated. */
  readonly label: string | null;
  readonly fiscalYear: number;
  /** What it holds of the year, or why nothing can be compared with it: the end of a sentence. */
  readonly found: EarlierTotals | { readonly notCompared: string };
}

/** Exact numbers are texts. */
export interface EarlierTotals {
  readonly lastPeriod: number;
  readonly inProgress: boolean;
  readonly hasPeriods: boolean;
  readonly periods: readonly PeriodTotal[];
  /** Rows of each kind of file but the ledger. */
  readonly files: readonly { readonly fileKind: string; readonly rows: string }[];
}

/** Lines and dollars of the coded ledger that share period, outcome, fund and comparable function. */
export interface PeriodTotal {
  readonly period: number;
  readonly status: string;
  readonly fund: string;
  readonly comparableFunction: string;
  readonly lines: string;
  readonly amount: string;
}

/** What the step of the earlier year makes: the edition (a row or none), its ledger, the rows of its other files. */
export const EARLIER_RELATIONS = [
  'staging.earlier_edition',
  'staging.earlier_periods',
  'staging.earlier_files',
] as const;

/** Makes the tables of the year before, which are empty where no published edition ends with it. */
export async function makeEarlierYear(request: MakeRequest): Promise<Made> {
  const { context } = request;
  const [edition, periods, files] = EARLIER_RELATIONS;
  const relations = [
    { name: edition, sql: editionSql(context.earlier), key: ['fiscal_year'] },
    { name: periods, sql: periodsSql(context.earlier), key: periodKey },
    { name: files, sql: filesSql(context.earlier), key: ['fiscal_year', 'file_kind'] },
  ];
  return makeRelations(request, relations);
}

const periodKey = [
  'fiscal_year',
  'fiscal_period',
  'status',
  'fund_code',
  'comparable_function_code',
] as const;

function editionSql(earlier: EarlierYear | null): string {
  if (earlier === null) return rowsSql(EDITION_COLUMNS, []);
  const { edition, label, fiscalYear, found } = earlier;
  const words = `published edition ${edition}${label === null ? '' : `, ${label}`}`;
  const cells =
    'notCompared' in found
      ? ['null', 'null', 'null', quote(found.notCompared)]
      : [`${found.lastPeriod}`, `${found.inProgress}`, `${found.hasPeriods}`, 'null'];
  return rowsSql(EDITION_COLUMNS, [[`${fiscalYear}`, quote(words), ...cells]]);
}

function periodsSql(earlier: EarlierYear | null): string {
  const rows = totalsOf(earlier)?.periods ?? [];
  return rowsSql(
    PERIOD_COLUMNS,
    rows.map(({ period, status, fund, comparableFunction, lines, amount }) => [
      `${earlier?.fiscalYear}`,
      `${period}`,
      ...[status, fund, comparableFunction, lines, amount].map(quote),
    ]),
  );
}

function filesSql(earlier: EarlierYear | null): string {
  const rows = totalsOf(earlier)?.files ?? [];
  return rowsSql(
    FILE_COLUMNS,
    rows.map((each) => [`${earlier?.fiscalYear}`, quote(each.fileKind), quote(each.rows)]),
  );
}

function totalsOf(earlier: EarlierYear | null): EarlierTotals | undefined {
  return earlier === null || 'notCompared' in earlier.found ? undefined : earlier.found;
}

type Columns = Parameters<typeof emptySql>[0];

/** A select of literals as these columns. */
function rowsSql(columns: Columns, rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return emptySql(columns);
  const names = columns.map(({ name }) => name).join(', ');
  const typed = columns.map(({ name, sqlType }) => `${name}::${sqlType} as ${name}`).join(', ');
  const values = rows.map((cells) => `(${cells.join(', ')})`).join(',\n');
  return `select ${typed} from (values ${values}) as earlier(${names})`;
}

const year = { name: 'fiscal_year', sqlType: 'INTEGER' };
const EDITION_COLUMNS: Columns = [
  year,
  { name: 'edition_words', sqlType: 'VARCHAR' },
  { name: 'last_period', sqlType: 'INTEGER' },
  { name: 'in_progress', sqlType: 'BOOLEAN' },
  { name: 'has_periods', sqlType: 'BOOLEAN' },
  { name: 'not_compared_because', sqlType: 'VARCHAR' },
];
const PERIOD_COLUMNS: Columns = [
  year,
  { name: 'fiscal_period', sqlType: 'INTEGER' },
  { name: 'status', sqlType: 'VARCHAR' },
  { name: 'fund_code', sqlType: 'VARCHAR' },
  { name: 'comparable_function_code', sqlType: 'VARCHAR' },
  { name: 'lines', sqlType: 'BIGINT' },
  { name: 'amount', sqlType: 'DECIMAL(18,2)' },
];
const FILE_COLUMNS: Columns = [
  year,
  { name: 'file_kind', sqlType: 'VARCHAR' },
  { name: 'rows', sqlType: 'BIGINT' },
];
