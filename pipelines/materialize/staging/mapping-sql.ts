import type { ColumnMapping } from '../../../transforms/config/column-mapping.ts';
import type { Column } from '../../../transforms/contract/kind.ts';
import { quote } from '../../runtime/duckdb.ts';
import { cutOut, damageOf, type SentCheck, widthOf } from './cut-sql.ts';
import { endYearSql, isoDateSql } from './date-sql.ts';
import type { FileSource } from './job.ts';
import {
  debitCreditSql,
  negateSql,
  percentSql,
  plainNumberSql,
  roundSql,
  shareSql,
} from './number-sql.ts';
import { periodSql } from './period-sql.ts';
import { testSql } from './rules-sql.ts';
import { translateSql } from './translate-sql.ts';

/** How a contract's column is made from the sender's cells. */
export interface MappedColumn {
  /** VARCHAR, trimmed, NULL when empty; in the form that the contract reads. */
  readonly text: string;
  /** What must hold of what the sender wrote, before the contract is asked. */
  readonly sent: readonly SentCheck[];
}

const NUMBERS = ['integer', 'decimal', 'money'];

/**
 * The SQL of one mapping. `cell` gives the SQL of a sender's cell, clean; `fill` fills `{fiscal_year}` and parameters;
 * `fileText` is what the column takes out of the file's name.
 * The order of what a cell goes through is that of `columnMapping`.
 */
export function mapColumn(
  column: Column,
  mapping: ColumnMapping | undefined,
  source: FileSource,
  cell: (name: string) => string,
  fill: (template: string) => string,
  fileText = 'null::varchar',
): MappedColumn {
  const fallback = mapping?.default ?? column.default;
  const withDefault = (text: string): string =>
    fallback === undefined || fallback === '' ? text : `coalesce(${text}, ${quote(fallback)})`;
  if (mapping === undefined) return { text: withDefault('null::varchar'), sent: [] };
  if (mapping.const !== undefined) {
    return { text: withDefault(`nullif(${quote(fill(mapping.const))}, '')`), sent: [] };
  }
  const plain = (text: string): string =>
    NUMBERS.includes(column.kind.kind) && source.number_format
      ? plainNumberSql(text, source.number_format)
      : text;
  if (mapping.debit !== undefined && mapping.credit !== undefined) {
    const text = debitCreditSql(plain(cell(mapping.debit)), plain(cell(mapping.credit)));
    return { text: withDefault(mapping.negate === true ? negateSql(`(${text})`) : text), sent: [] };
  }
  const read = mapping.from === undefined ? fileText : cell(mapping.from);
  const whole = whereSql(read, mapping, cell);
  const cut = cutOut(whole, mapping);
  const { text: found, sent } = translateSql(column, cut, mapping, fill);
  let text = plain(found);
  if (column.kind.kind === 'date')
    text = isoDateSql(text, mapping.date_format ?? source.date_format);
  const periods: SentCheck[] = [];
  if (mapping.period !== undefined) {
    const period = periodSql(text, mapping.period, mapping.first_month);
    const passes = `(${text} is null or ${period} is not null)`;
    periods.push({ rule: 'F12', reason: `is not a ${mapping.period} of the year`, passes });
    text = period;
  }
  if (mapping.year !== undefined) text = endYearSql(text, mapping.year);
  if (mapping.scale !== undefined) {
    text = mapping.scale === 'percent' ? percentSql(text) : shareSql(text);
  }
  // What is carried from row to row is rounded when all rows are mapped.
  if (typeof mapping.round === 'number') text = roundSql(text, mapping.round);
  if (mapping.negate === true) text = negateSql(`(${text})`);
  const checks = [
    ...damageOf(column, whole, cut, mapping),
    ...widthOf(cut, mapping),
    ...sent,
    ...periods,
  ];
  return { text: withDefault(text), sent: checks };
}

/** A cell that counts only where other cells of the record are so. */
function whereSql(text: string, { when }: ColumnMapping, cell: (name: string) => string): string {
  if (when === undefined) return text;
  const tests = Object.entries(when).map(([name, test]) =>
    testSql(`coalesce(${cell(name)}, '')`, test),
  );
  return `case when ${tests.join(' and ')} then ${text} end`;
}
