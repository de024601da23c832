import {
  type Check,
  columnSql,
  contractChecks,
  findingsSql,
  maskSql,
} from '../../../transforms/contract/compile.ts';
import { amountTypeSql } from '../../../transforms/contract/contract.ts';
import type { RuleId } from '../../../transforms/quality/rule-id.ts';
import { quoteName } from '../../runtime/duckdb.ts';
import type { StagingJob } from './job.ts';
import { isTitleSql } from './lone-text.ts';
import type { MappedColumn } from './mapping-sql.ts';
import type { PlainRow } from './plain-row.ts';
import { ruleOfUnknown } from './rule-of-reference.ts';

/** What a record that is not like the header is told, instead of what its shifted cells would be. */
const ODDITIES = {
  fields: 'The record does not have as many cells as the header',
  quotes: 'The record has a quotation mark where none may stand',
} as const;

/** Of records whose cells are not as many as the header's, or not quoted as they must be. */
const RAGGED: RuleId = 'F06';
/** What a title among the rows is told, instead of what each cell lacks. */
const TITLE = {
  column: '',
  rule: 'F08',
  reason: 'The record is one text alone, as a title or a page line of a report is',
  passes: 'true',
  whole: true,
} as const;

/** A check as it stands in the mask; `whole` when it is about the record and not about one of its cells. */
export interface MaskCheck extends Check {
  readonly whole: boolean;
}

/** A check that needs the whole file: selects `record_no`, `record_part` and its number of each row that fails it. */
export interface FileCheck {
  readonly check: MaskCheck;
  readonly sql: (checkNo: number) => string;
}

/** The column that says whether what the sender wrote passes the column's own check number `i`. */
export function sentName(column: string, i: number): string {
  return quoteName(`sent ${i} ${column}`);
}

/** All that a row must fulfill by itself: the record's form, then words and cells, then the year. */
export function rowChecks(
  job: StagingJob,
  mapped: ReadonlyMap<string, MappedColumn>,
): readonly MaskCheck[] {
  const whole = Object.values(ODDITIES).map((reason) => ({
    column: '',
    rule: RAGGED,
    reason,
    passes: 'true',
    whole: true,
  }));
  const sent = [...mapped].flatMap(([column, { sent: checks }]) =>
    checks.map(({ rule, reason }, i) => ({
      column,
      rule: rule ?? ruleOfUnknown(job.contract, column),
      reason,
      passes: sentName(column, i),
      whole: false,
    })),
  );
  const contract = contractChecks(job.contract).map((check) => {
    // A word that the map does not know is one mistake, not two.
    const before = (mapped.get(check.column)?.sent ?? []).map((_, i) => sentName(check.column, i));
    const passes =
      before.length === 0 ? check.passes : `(not (${before.join(' and ')}) or ${check.passes})`;
    return { ...check, passes, whole: false };
  });
  return [...whole, TITLE, ...sent, ...contract, ...yearChecks(job), ...totalLines(job)];
}

/** A row of another fiscal year than the file's name says. */
function yearChecks(job: StagingJob): readonly MaskCheck[] {
  const year = job.contract.columns['fiscal_year'];
  if (job.fileYear === null || year === undefined) return [];
  const text = columnSql('fiscal_year');
  const passes =
    `(case when ${text} is not null and ${year.kind.valid(text)} ` +
    `then ${year.kind.value(text)} = ${job.fileYear} else true end)`;
  const reason = `is not ${job.fileYear}, the fiscal year that the file’s name says`;
  return [{ column: 'fiscal_year', rule: 'F15', reason, passes, whole: false }];
}

/**
 * A line of a ledger without any account is a total that the report prints, and so is one with a single code of it and
 * the word in its text: as a line, it would count its dollars twice.
 */
function totalLines(job: StagingJob): readonly MaskCheck[] {
  const isSent = (column: string): boolean => {
    const mapping = job.source.columns[column];
    return mapping !== undefined && mapping.const === undefined;
  };
  const columns = Object.entries(job.contract.columns).filter(([name]) => isSent(name));
  const codes = columns.filter(([, { segment }]) => segment !== undefined).map(([name]) => name);
  if (amountTypeSql(job.contract) === null || codes.length < 2) return [];
  const filled = codes.map((name) => `(${columnSql(name)} is not null)::integer`).join(' + ');
  const texts = columns.filter(([, { kind }]) => kind.kind === 'text').map(([name]) => name);
  const says = texts.map(
    (name) =>
      `coalesce(regexp_matches(${columnSql(name)}, '(?i)^(grand |report |sub-?)?totals?\\b'), false)`,
  );
  const most = says.length === 0 ? '0' : `(case when ${says.join(' or ')} then 1 else 0 end)`;
  return [
    {
      column: 'amount',
      rule: 'F07',
      reason: 'stands on a line without an account, as a total of the report does',
      // Most lines have two codes, and none of their texts need be read.
      passes: `(${filled} > 1 or ${filled} > ${most})`,
      several: true,
      whole: false,
    },
  ];
}

/** An odd record fails everything, so that none of its cells is taken for a value. */
export function maskOf(checks: readonly MaskCheck[], plain: PlainRow | null): string {
  const all = (1n << BigInt(checks.length)) - 1n;
  const odd = Object.keys(ODDITIES).map((name, i) => {
    const others = Object.keys(ODDITIES).reduce(
      (bits, _, j) => (j === i ? bits : bits | (1n << BigInt(j))),
      0n,
    );
    return `when oddity = '${name}' then ${all & ~others}`;
  });
  // Of a plain row, what its cells alone cannot say: a constant, a word that a lookup knows, or several cells together.
  const rest = without(checks, ({ column }) => plain?.columns.has(column) === true);
  const asked = without(checks, ({ column }) => plain?.columns.get(column)?.proven === true);
  return `case when plain then ${maskSql(rest)} ${odd.join(' ')} else ${maskSql(asked)} end`;
}

/** The checks at their places in the mask, with nothing asked where it is known that a column’s own cells pass. */
function without(
  checks: readonly MaskCheck[],
  known: (check: MaskCheck) => boolean,
): readonly MaskCheck[] {
  return checks.map((check) =>
    known(check) && check.several !== true ? { ...check, passes: 'true' } : check,
  );
}

/** A title or an odd record is told as that, whatever its shifted cells would be. */
export function findingsOfRow(job: StagingJob, checks: readonly MaskCheck[]): string {
  const odd = Object.keys(ODDITIES).map(
    (name, i) => `when oddity = '${name}' then [${i}]::smallint[]`,
  );
  const title = `when ${isTitleSql(job)} then [${checks.indexOf(TITLE)}]::smallint[]`;
  return `case when mask = 0 then null ${title} ${odd.join(' ')} else ${findingsSql(checks, 'mask')} end`;
}
