import { FIXED_CODES, type Dimension } from './dimensions.ts';
import { cell, wrong, type Entry } from './rule-entries.ts';
import { WHOLE_SHARE, type RulePart } from './rule.ts';

/**
 * The codes that a rule gives, one per line of it, with shares that sum to the whole.
 * @throws Problem for a code that is not of the dimension, and for shares that do not add up.
 */
export function readParts(
  dimension: Dimension,
  ruleId: string,
  rows: readonly Entry[],
  file: string,
): RulePart[] {
  const parts = rows.map((row): RulePart => {
    const code = cell(row, 'code');
    const known = FIXED_CODES[dimension];
    if (code === '' || (known && !known.includes(code))) {
      const fix = `A code of ${dimension} is ${known?.join(', ') ?? 'not empty'}.`;
      throw wrong(
        { file, line: row.line, column: 'code' },
        { what: `Rule ${ruleId} has no code that is known.`, fix },
      );
    }
    return { code, share: readShare(dimension, row, rows.length, file) };
  });
  const last = rows.at(-1);
  const sum = parts.reduce((total, part) => total + part.share, 0n);
  if (last && sum !== WHOLE_SHARE) {
    const what = `The shares of rule ${ruleId} do not sum to 1.`;
    throw wrong(
      { file, line: last.line, column: 'share' },
      { what, fix: 'Correct the shares, or the id of a rule that is used twice.' },
    );
  }
  return parts;
}

function readShare(dimension: Dimension, row: Entry, rows: number, file: string): bigint {
  const text = cell(row, 'share');
  if (text === '' && rows === 1) return WHOLE_SHARE;
  const match = /^(0|1)?(?:\.(\d{1,6}))?$/.exec(text);
  const share =
    match === null || text === ''
      ? 0n
      : BigInt(match[1] ?? '0') * WHOLE_SHARE + BigInt((match[2] ?? '').padEnd(6, '0'));
  if (dimension !== 'purpose' || share <= 0n || share > WHOLE_SHARE) {
    const what =
      'Only a purpose can be split, by shares above 0 and up to 1 with at most six decimals.';
    throw wrong(
      { file, line: row.line, column: 'share' },
      { what, fix: 'Give each part a share, and each other rule an id of its own.' },
    );
  }
  return share;
}
