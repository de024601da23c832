import type { ColumnMapping } from '../../../transforms/config/column-mapping.ts';
import { cleanCellSql } from '../../../transforms/contract/cell.ts';
import type { Column } from '../../../transforms/contract/kind.ts';
import { quote, quoteName } from '../../runtime/duckdb.ts';
import type { FileSource } from './job.ts';
import {
  debitCreditSql,
  negateSql,
  percentSql,
  plainNumberSql,
  roundSql,
  shareSql,
} from './number-sql.ts';
import { testSql } from './rules-sql.ts';

/** How a contract's column is made from the sender's cells. */
export interface MappedColumn {
  /** VARCHAR, trimmed, NULL when empty; in the form that the contract reads. */
  readonly text: string;
  /** What the sender wrote is known to the column's lookup and map; absent when there is neither. */
  readonly known?: { readonly passes: string; readonly reason: string };
}

const NUMBERS = ['integer', 'decimal', 'money'];

/**
 * The SQL of one mapping. `cell` gives the SQL of a sender's cell, clean; `fill` fills `{fiscal_year}` and parameters.
 * The order of what a cell goes through is that of `columnMapping`.
 */
export function mapColumn(
  column: Column,
  mapping: ColumnMapping | undefined,
  source: FileSource,
  cell: (name: string) => string,
  fill: (template: string) => string,
): MappedColumn {
  const fallback = mapping?.default ?? column.default;
  const withDefault = (text: string): string =>
    fallback === undefined || fallback === '' ? text : `coalesce(${text}, ${quote(fallback)})`;
  if (mapping === undefined) return { text: withDefault('null::varchar') };
  if (mapping.const !== undefined) {
    return { text: withDefault(`nullif(${quote(fill(mapping.const))}, '')`) };
  }
  const plain = (text: string): string =>
    NUMBERS.includes(column.kind.kind) && source.number_format
      ? plainNumberSql(text, source.number_format)
      : text;
  if (mapping.debit !== undefined && mapping.credit !== undefined) {
    const text = debitCreditSql(plain(cell(mapping.debit)), plain(cell(mapping.credit)));
    return { text: withDefault(mapping.negate === true ? negateSql(`(${text})`) : text) };
  }
  const cut = cutOut(whereSql(cell(mapping.from ?? ''), mapping, cell), mapping);
  const { text: found, known } = translate(cut, mapping);
  let text = plain(found);
  if (column.kind.kind === 'date') text = isoDateSql(text, source.date_format);
  if (mapping.year !== undefined) text = endYearSql(text, mapping.year);
  if (mapping.scale !== undefined) {
    text = mapping.scale === 'percent' ? percentSql(text) : shareSql(text);
  }
  // What is carried from row to row is rounded when all rows are mapped.
  if (typeof mapping.round === 'number') text = roundSql(text, mapping.round);
  if (mapping.negate === true) text = negateSql(`(${text})`);
  return { text: withDefault(text), ...(known === undefined ? {} : { known }) };
}

/** A cell that counts only where other cells of the record are so. */
function whereSql(text: string, { when }: ColumnMapping, cell: (name: string) => string): string {
  if (when === undefined) return text;
  const tests = Object.entries(when).map(([name, test]) =>
    testSql(`coalesce(${cell(name)}, '')`, test),
  );
  return `case when ${tests.join(' and ')} then ${text} end`;
}

/** split, substring, pad_left: a part of a cell, trimmed again. */
function cutOut(cell: string, { split, substring, pad_left: pad }: ColumnMapping): string {
  let text = cell;
  if (split) {
    const part = `split_part(${text}, ${quote(split.separator)}, ${split.index + 1})`;
    text = cleanCellSql(part, []);
  }
  if (substring) {
    text = cleanCellSql(`substr(${text}, ${substring.start}, ${substring.length})`, []);
  }
  if (pad) {
    const padded = `lpad(${text}, ${pad.width}, ${quote(pad.with)})`;
    // `lpad` cuts what is longer.
    text = `case when length(${text}) < ${pad.width} then ${padded} else ${text} end`;
  }
  return text;
}

/** lookup, then map, with `otherwise` for what the last of them does not know. */
function translate(cut: string, mapping: ColumnMapping): MappedColumn {
  const { lookup, map, otherwise } = mapping;
  let text = cut;
  const checks: string[] = [];
  if (lookup !== undefined) {
    const value = `(select found.value from lookups.${quoteName(lookup)} as found where found.key = ${text})`;
    checks.push(`(${text} is null or ${value} is not null)`);
    text = value;
  }
  if (map !== undefined) {
    const words = Object.keys(map);
    const cases = words.map((word) => `when ${quote(word)} then ${quote(map[word] ?? '')}`);
    checks.push(
      words.length === 0
        ? `(${text} is null)`
        : `(${text} is null or ${text} in (${words.map(quote).join(', ')}))`,
    );
    text = words.length === 0 ? 'null::varchar' : `nullif(case ${text} ${cases.join(' ')} end, '')`;
  }
  if (checks.length === 0) return { text };
  const passes = checks.join(' and ');
  if (otherwise !== undefined) {
    const other = `nullif(${quote(otherwise)}, '')`;
    return { text: `case when ${passes} then ${text} else ${other} end` };
  }
  const where = lookup === undefined ? 'map' : `lookup ${lookup}`;
  return { text, known: { passes, reason: `is not in the ${where} of district.yaml` } };
}

/** A date in the declared notation as `2025-07-01`; ISO dates are always understood, other texts left to be refused. */
function isoDateSql(text: string, format: string): string {
  if (format === '%Y-%m-%d') return text;
  return `coalesce(strftime(try_strptime(${text}, ${quote(format)}), '%Y-%m-%d'), ${text})`;
}

/** The calendar year in which a sender's year ends. */
function endYearSql(text: string, year: 'end' | 'start' | 'range'): string {
  if (year === 'end') return text;
  if (year === 'start') {
    return `case when regexp_full_match(${text}, '[0-9]{4}') then (${text}::integer + 1)::varchar else ${text} end`;
  }
  const first = `left(${text}, 4)::integer`;
  const last = `right(${text}, 2)::integer`;
  // 2011-2012, 2011-12 and 2011/12, and only neighbors.
  return (
    `case when regexp_full_match(${text}, '[0-9]{4}[-/](?:[0-9]{2})?[0-9]{2}') then ` +
    `case when (${first} + 1) % 100 = ${last} and (length(${text}) = 7 or substr(${text}, 6)::integer = ${first} + 1) ` +
    `then (${first} + 1)::varchar else ${text} end else ${text} end`
  );
}
