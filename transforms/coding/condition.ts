import { TEXT_COLUMNS, type RuleColumn } from './dimensions.ts';

/** One cell of a rule table: what it asks of a column. */
export interface Condition {
  /** The cell as it was written. */
  readonly text: string;
  /**
   * Whether a value passes; `null` is an empty value. `parent` is the code above it, where codes are a tree: the cell
   * names either.
   */
  matches(value: string | null, parent?: string | null): boolean;
  /** Whether a value passes that the cell does not name: so it is when the cell says what must not be. */
  readonly otherwise: boolean;
}

type Test = (value: string | null) => boolean;

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
  const test = contains ? containsAny(alternatives) : anyOf(alternatives);
  return {
    text,
    otherwise: negated,
    matches: (value, parent = null) =>
      (test(value) || (parent !== null && test(parent))) !== negated,
  };
}

function containsAny(needles: readonly string[]): Test {
  const lower = needles.map((needle) => needle.toLowerCase());
  return (value) => {
    if (value === null) return false;
    const text = lowerCase(value);
    return lower.some((needle) => text.includes(needle));
  };
}

/** One value is tested by many rules in a row, and there may be a million values. */
let last = { value: '', lower: '' };
function lowerCase(value: string): string {
  if (last.value !== value) last = { value, lower: value.toLowerCase() };
  return last.lower;
}

function anyOf(alternatives: readonly string[]): Test {
  const exact = new Set<string | null>();
  const tests: Test[] = [];
  for (const alternative of alternatives) {
    const range = /^([^.]+)\.\.([^.]+)$/.exec(alternative);
    if (alternative === '(none)') exact.add(null);
    else if (range?.[1] !== undefined && range[2] !== undefined) {
      tests.push(inRange(range[1].trim(), range[2].trim()));
    } else if (alternative.includes('*')) tests.push(likeWildcard(alternative));
    else exact.add(alternative);
  }
  return (value) => exact.has(value) || tests.some((test) => test(value));
}

/** Codes are compared as text, and only with codes of the same length: `0099` is no `99`. */
function inRange(from: string, to: string): Test {
  if (from.length !== to.length || from > to) {
    throw new SyntaxError('A range needs two codes of the same length, the lower one first.');
  }
  return (value) => value !== null && value.length === from.length && value >= from && value <= to;
}

function likeWildcard(pattern: string): Test {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const expression = new RegExp(`^${parts.join('.*')}$`, 's');
  return (value) => value !== null && expression.test(value);
}
