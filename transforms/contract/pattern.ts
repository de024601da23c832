import { sqlText } from '../sql-text.ts';

/**
 * A regular expression that JavaScript (with the `u` flag) and DuckDB's RE2 read alike.
 * Keep to literals, classes, groups and bounded repeats: no `\s`, `\p`, `.`, `(?i)` or look-around,
 * where the two differ by Unicode version or by case folding.
 */
export interface Pattern {
  readonly full: RegExp;
  /** An SQL boolean: the whole text matches. */
  sql(text: string): string;
}

export function pattern(source: string): Pattern {
  return {
    full: new RegExp(`^(?:${source})$`, 'u'),
    sql: (text) => `regexp_full_match(${text}, ${sqlText(source)})`,
  };
}

/** Any character that a spreadsheet shows: no control character and no line or paragraph separator. */
export const PRINTABLE = '[^\\x00-\\x1f\\x7f-\\x9f\u2028\u2029]';
/** The same without the spaces that look like one and are another character, as a web page or a spreadsheet leaves them. */
export const PLAIN =
  '[^\\x00-\\x1f\\x7f-\\xa0\u1680\u2000-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]';
/** The same, with tabs and line breaks, for free text. */
export const PRINTABLE_OR_BREAK = '[^\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]';
