import { parse } from 'csv-parse/sync';
import { Problem } from '../problem.ts';
import { parseCondition, type Condition } from './condition.ts';
import { columnsFor, FIXED_CODES, type Dimension, type RuleColumn } from './dimensions.ts';
import { WHOLE_SHARE, type Rule, type RulePart, type RuleTable } from './rule.ts';

/** A line of the file: its cells by column, and its number. */
interface Entry {
  readonly cells: ReadonlyMap<string, string>;
  readonly line: number;
}

const ownColumns = ['rule_id', 'rank', 'code', 'share', 'default', 'reason'];

/**
 * Reads a rule table from its CSV text, the strongest rule first. `file` names it in messages.
 * @throws Problem with the file's line and column for whatever cannot be read or contradicts itself.
 */
export function parseRuleTable(dimension: Dimension, text: string, file: string): RuleTable {
  const records = readRecords(dimension, text, file);
  const byId = new Map<string, Entry[]>();
  for (const record of records) {
    const ruleId = cell(record, 'rule_id');
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(ruleId)) {
      throw wrong(file, record, 'rule_id', 'A rule needs an id.', 'Use letters, digits and "_".');
    }
    byId.set(ruleId, [...(byId.get(ruleId) ?? []), record]);
  }
  const rules = [...byId].map(([ruleId, rows]) => readRule(dimension, ruleId, rows, file));
  rules.sort((a, b) => a.rank - b.rank || a.line - b.line);
  return { dimension, file, rules };
}

function readRecords(dimension: Dimension, text: string, file: string): Entry[] {
  // The types of the parser do not know what `info` adds.
  const rows = parse(text, {
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
  const [header, ...body] = rows;
  const columns = header?.record ?? [];
  const allowed: string[] = [...ownColumns, ...columnsFor(dimension)];
  const top: Entry = { cells: new Map(), line: 1 };
  for (const [i, column] of columns.entries()) {
    if (!allowed.includes(column) || columns.indexOf(column) !== i) {
      const fix = `Columns of a ${dimension} table are ${allowed.join(', ')}, each once.`;
      throw wrong(file, top, column, 'The table has a column that no rule can use.', fix);
    }
  }
  for (const column of ['rule_id', 'rank', 'code']) {
    if (!columns.includes(column)) {
      throw wrong(file, top, column, 'The table lacks a column that every rule needs.', 'Add it.');
    }
  }
  return body.map(({ record, info }) => {
    const line: Entry = {
      cells: new Map(columns.map((column, i) => [column, record[i] ?? ''])),
      line: info.lines,
    };
    if (record.length !== columns.length) {
      const what = `The line has ${record.length} cells, its header has ${columns.length}.`;
      throw wrong(file, line, undefined, what, 'Put a cell with a comma in double quotes.');
    }
    return line;
  });
}

function readRule(
  dimension: Dimension,
  ruleId: string,
  rows: readonly Entry[],
  file: string,
): Rule {
  const first = rows[0];
  if (!first) throw new RangeError('A rule has at least one row.');
  for (const row of rows.slice(1)) {
    for (const column of ['rank', 'default', 'reason', ...columnsFor(dimension)]) {
      if (cell(row, column) !== cell(first, column)) {
        const what = `Two lines of rule ${ruleId} differ in more than code and share.`;
        throw wrong(file, row, column, what, 'Repeat its conditions, or give it an id of its own.');
      }
    }
  }
  const rank = cell(first, 'rank');
  if (!/^\d{1,9}$/.test(rank)) {
    throw wrong(file, first, 'rank', 'A rank is a whole number.', 'The lower rank wins.');
  }
  const isDefault = cell(first, 'default').toLowerCase();
  if (!['', 'yes', 'no'].includes(isDefault)) {
    throw wrong(file, first, 'default', 'A default is "yes" or empty.', 'Write "yes" or nothing.');
  }
  return {
    ruleId,
    rank: Number(rank),
    conditions: readConditions(dimension, first, file),
    parts: readParts(dimension, ruleId, rows, file),
    isDefault: isDefault === 'yes',
    reason: cell(first, 'reason') || null,
    line: first.line,
  };
}

function readConditions(
  dimension: Dimension,
  row: Entry,
  file: string,
): Map<RuleColumn, Condition> {
  const conditions = new Map<RuleColumn, Condition>();
  for (const column of columnsFor(dimension)) {
    try {
      const condition = parseCondition(cell(row, column), column);
      if (condition) conditions.set(column, condition);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw wrong(
        file,
        row,
        column,
        error.message,
        'See "Conditions" in transforms/coding/README.md.',
      );
    }
  }
  return conditions;
}

function readParts(
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
      throw wrong(file, row, 'code', `Rule ${ruleId} has no code that is known.`, fix);
    }
    return { code, share: readShare(dimension, row, rows.length, file) };
  });
  const last = rows.at(-1);
  const sum = parts.reduce((total, part) => total + part.share, 0n);
  if (last && sum !== WHOLE_SHARE) {
    const what = `The shares of rule ${ruleId} do not sum to 1.`;
    throw wrong(
      file,
      last,
      'share',
      what,
      'Correct the shares, or the id of a rule that is used twice.',
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
      file,
      row,
      'share',
      what,
      'Give each part a share, and each other rule an id of its own.',
    );
  }
  return share;
}

function cell(record: Entry, column: string): string {
  return record.cells.get(column) ?? '';
}

function wrong(
  file: string,
  row: Entry,
  column: string | undefined,
  what: string,
  fix: string,
): Problem {
  const where = { file, line: row.line, ...(column === undefined ? {} : { column }) };
  return new Problem({ code: 'rule_table_invalid', what, fix, where, exit: 2 });
}
