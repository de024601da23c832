import { codeKind } from '../contract/kinds/code.ts';
import { mistakeOfCode } from '../contract/mistakes.ts';
import { type Condition, NONE, parseCondition, withPlainQuotes } from './condition.ts';
import { columnsFor, TEXT_COLUMNS, type Dimension, type RuleColumn } from './dimensions.ts';
import { cell, readEntries, wrong, type Entry } from './rule-entries.ts';
import { readParts } from './rule-parts.ts';
import type { Rule, RuleTable } from './rule.ts';

/**
 * Reads a rule table from its CSV text, the strongest rule first. `file` names it in messages.
 * @throws Problem with the file's line and column for whatever cannot be read or contradicts itself.
 */
export function parseRuleTable(dimension: Dimension, text: string, file: string): RuleTable {
  const records = readEntries(dimension, text, file);
  const byId = new Map<string, Entry[]>();
  for (const record of records) {
    const ruleId = cell(record, 'rule_id');
    if (!/^[A-Za-z0-9][A-Za-z0-9_.-]*$/.test(ruleId)) {
      throw wrong(
        { file, line: record.line, column: 'rule_id' },
        { what: 'A rule needs an id.', fix: 'Use letters, digits and "_".' },
      );
    }
    byId.set(ruleId, [...(byId.get(ruleId) ?? []), record]);
  }
  const rules = [...byId].map(([ruleId, rows]) => readRule(dimension, ruleId, rows, file));
  rules.sort((a, b) => a.rank - b.rank || a.line - b.line);
  return { dimension, file, rules };
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
        throw wrong(
          { file, line: row.line, column },
          { what, fix: 'Repeat its conditions, or give it an id of its own.' },
        );
      }
    }
  }
  const rank = cell(first, 'rank');
  if (!/^\d{1,9}$/.test(rank)) {
    throw wrong(
      { file, line: first.line, column: 'rank' },
      { what: 'A rank is a whole number.', fix: 'The lower rank wins.' },
    );
  }
  const isDefault = cell(first, 'default').toLowerCase();
  if (!['', 'yes', 'no'].includes(isDefault)) {
    throw wrong(
      { file, line: first.line, column: 'default' },
      { what: 'A default is "yes" or empty.', fix: 'Write "yes" or nothing.' },
    );
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
      if (!condition) continue;
      refuseDamage(condition, row, column, file);
      conditions.set(column, condition);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      throw wrong(
        { file, line: row.line, column },
        { what: error.message, fix: 'See "Conditions" in data/README.md.' },
      );
    }
  }
  return conditions;
}

/** What a spreadsheet has made of a code names no account, and its rule would be silently dead. */
function refuseDamage({ parts }: Condition, row: Entry, column: RuleColumn, file: string): void {
  if (TEXT_COLUMNS.includes(column)) return;
  const fix =
    'Write the code as the finance system has it, and format the column as text before you save.';
  for (const part of parts) {
    if (part.text === NONE) continue;
    const mistake = mistakeOfCode(part.text);
    if (mistake !== undefined) {
      throw wrong(
        { file, line: row.line, column },
        { what: `A code here ${mistake.reason}.`, fix, rule: mistake.rule },
      );
    }
    const isCode = codeKind.zod.safeParse(part.text).success;
    if (!isCode || withPlainQuotes(part.text) !== part.text) {
      const what =
        'A code here has a curly quotation mark, or a space or sign that only looks like the usual one.';
      throw wrong(
        { file, line: row.line, column },
        { what, fix: 'Type the code anew.', rule: 'F13' },
      );
    }
  }
}
