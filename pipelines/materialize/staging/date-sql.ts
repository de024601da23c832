import type { DateFormat } from '../../../transforms/config/date-format.ts';
import { quote } from '../../runtime/duckdb.ts';

/** A date in the declared notation as `2025-07-01`; ISO dates are always understood, other texts left to be refused. */
export function isoDateSql(text: string, format: DateFormat): string {
  if (format === '%Y-%m-%d') return text;
  const formats = typeof format === 'string' ? [format] : format;
  const tried = `try_strptime(${text}, [${formats.map(quote).join(', ')}])`;
  return `coalesce(strftime(${tried}, '%Y-%m-%d'), ${text})`;
}

/** The calendar year in which a sender's year ends. */
export function endYearSql(text: string, year: 'end' | 'start' | 'range'): string {
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
