import { withoutZeros, withoutZerosSql } from '../../../transforms/contract/leading-zeros.ts';
import type { ColumnMapping } from '../../../transforms/config/column-mapping.ts';
import type { Column } from '../../../transforms/contract/kind.ts';
import { quote, quoteName } from '../../runtime/duckdb.ts';
import { holdsCodes, type SentCheck } from './cut-sql.ts';

/**
 * lookup, then map, with `otherwise` for what the last of them does not know. A code that a spreadsheet has changed is
 * never taken for another one: unless they name it as it stands, the contract sees it, and refuses it.
 */
export function translateSql(
  column: Column,
  cut: string,
  { lookup, map, otherwise }: ColumnMapping,
  fill: (template: string) => string,
): { readonly text: string; readonly sent: readonly SentCheck[] } {
  if (lookup === undefined && map === undefined) return { text: cut, sent: [] };
  const where = lookup === undefined ? 'map' : `lookup ${lookup}`;
  const codes = holdsCodes(column);
  const damaged = codes ? column.kind.mistakes.map(({ fits }) => fits.sql(cut)) : [];
  const words = Object.keys(map ?? {});
  const known: string[] = [];
  let text = cut;
  let alike = inList(withoutZerosSql(cut), words.map(withoutZeros));
  if (lookup !== undefined) {
    const table = `lookups.${quoteName(lookup)}`;
    known.push(`${cut} in (select key from ${table})`);
    alike = `${withoutZerosSql(cut)} in (select ${withoutZerosSql('key')} from ${table})`;
    text = `(select found.value from ${table} as found where found.key = ${cut})`;
  }
  if (map !== undefined) {
    known.push(inList(text, words));
    const cases = words.map((word) => `when ${quote(word)} then ${quote(fill(map[word] ?? ''))}`);
    text = words.length === 0 ? 'null::varchar' : `nullif(case ${text} ${cases.join(' ')} end, '')`;
  }
  const right = [`${cut} is null`, `(${known.join(' and ')})`, ...damaged].join(' or ');
  const kept = damaged.length === 0 ? '' : `when ${damaged.join(' or ')} then ${cut}`;
  const other = otherwise === undefined ? '' : `else nullif(${quote(otherwise)}, '')`;
  const translated = `case when ${cut} is null then null when ${known.join(' and ')} then ${text} ${kept} ${other} end`;
  const sent: SentCheck[] = [];
  if (codes) {
    const reason = `is in the ${where} of district.yaml with other leading zeros: a spreadsheet has dropped them, here or there`;
    sent.push({ rule: 'F10', reason, passes: `(${right} or not ${alike})` });
  }
  if (otherwise === undefined) {
    const passes = codes ? `(${right} or ${alike})` : `(${right})`;
    sent.push({ reason: `is not in the ${where} of district.yaml`, passes });
  }
  return { text: translated, sent };
}

function inList(text: string, words: readonly string[]): string {
  return words.length === 0 ? 'false' : `${text} in (${words.map(quote).join(', ')})`;
}
