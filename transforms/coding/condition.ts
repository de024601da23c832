import { TEXT_COLUMNS, type RuleColumn } from './dimensions.ts';

/** One of the codes, patterns or ranges that a cell names. */
export interface ConditionPart {
  /** As it was written. */
  readonly text: string;
  matches(value: string | null): boolean;
}

/** One cell of a rule table: what it asks of a column. */
export interface Condition {
  /** The cell as it was written. */
  readonly text: string;
  /** What it names, one by one; none where it searches for words. */
  readonly parts: readonly ConditionPart[];
  /**
   * Whether a value passes; `null` is an empty value. `parent` is the code above it, where codes are a tree: the cell
   * names either.
   */
  matches(value: string | null, parent?: string | null): boolean;
  /** Whether a value passes that the cell does not name: so it is when the cell says what must not be. */
  readonly otherwise: boolean;
}

/** Written for an empty value. */
export const NONE = '(none)';

type Test = ConditionPart['matches'];

/**
 * Reads a cell of a rule table; `null` when it is empty and asks nothing.
 *
 * `a|b` alternatives; `21*` any text in place of `*`; `100..199` a range of codes of the same length; `(none)` an empty
 * value; `!` before all of it: must not match; in descriptions and vendor names `~word|other words`: contains, in
 * upper or lower case.
 * @throws SyntaxError with a sentence on what cannot be read.
 */
export function parseCondition(cell: string, column: RuleColumn): Condition | null {
  const text = cell.trim();
  if (text === '') return null;
  const negated = text.startsWith('!');
  const body = negated ? text.slice(1).trim() : text;
  const contains = body.startsWith('~');
  if (contains && !TEXT_COLUMNS.includes(column)) {
    throw new SyntaxError('Only descriptions and vendor names may be searched with "~".');
  }
  const alternatives = (contains ? body.slice(1) : body).split('|').map((part) => part.trim());
  if (alternatives.includes('')) throw new SyntaxError('An alternative is empty.');
  const parts = contains ? [] : alternatives.map(partOf);
  const test = contains ? containsAny(alternatives) : anyOf(parts);
  return {
    text,
    parts,
    otherwise: negated,
    matches: (value, parent = null) =>
      (test(value) || (parent !== null && test(parent))) !== negated,
  };
}

function containsAny(needles: readonly string[]): Test {
  const lower = needles.map(folded);
  return (value) => {
    if (value === null) return false;
    const text = lowerCase(value);
    return lower.some((needle) => text.includes(needle));
  };
}

/** One value is tested by many rules in a row, and there may be a million values. */
let last = { value: '', lower: '' };
function lowerCase(value: string): string {
  if (last.value !== value) last = { value, lower: folded(value) };
  return last.lower;
}

function folded(text: string): string {
  return withPlainQuotes(text.toLowerCase());
}

/** A text with plain quotation marks and apostrophes in place of the curly ones that a word processor makes of them. */
export function withPlainQuotes(text: string): string {
  return text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”„]/g, '"');
}

/** Codes that are named as they are, as most are, are found by one look. */
function anyOf(parts: readonly ConditionPart[]): Test {
  const isExact = ({ text }: ConditionPart): boolean => !text.includes('*') && !text.includes('..');
  const exact = new Set(parts.filter(isExact).map(({ text }) => (text === NONE ? null : text)));
  const others = parts.filter((part) => !isExact(part));
  return (value) => exact.has(value) || others.some((part) => part.matches(value));
}

function partOf(text: string): ConditionPart {
  const range = /^([^.]+)\.\.([^.]+)$/.exec(text);
  if (range?.[1] !== undefined && range[2] !== undefined) {
    return { text, matches: inRange(range[1].trim(), range[2].trim()) };
  }
  if (text.includes('*')) return { text, matches: likeWildcard(text) };
  return { text, matches: (value) => value === (text === NONE ? null : text) };
}

/** Codes are compared as text, and only with codes of the same length: `0099` is no `99`. */
function inRange(from: string, to: string): Test {
  if (from.length !== to.length || from > to) {
    throw new SyntaxError('A range needs two codes of the same length, the lower one first.');
  }
  return (value) => value !== null && value.length === from.length && value >= from && value <= to;
}

/** Each part where it first can be, so that no text takes longer than its length. */
function likeWildcard(pattern: string): Test {
  const [beginning = '', ...between] = pattern.split('*');
  const end = between.pop() ?? '';
  return (value) => {
    if (value === null || !value.startsWith(beginning)) return false;
    let at = beginning.length;
    for (const part of between) {
      const found = value.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return value.length - end.length >= at && value.endsWith(end);
  };
}
