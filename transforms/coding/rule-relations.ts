import { sqlText } from '../sql-text.ts';
import { bitOf, maskCount, RULES_PER_MASK } from './masks.ts';
import { howSure, sameOutcome, type Rule, type RuleTable } from './rule.ts';

/** The masks of a dimension in which a rule of the same rank may claim a line with another code. */
export function rivalMasks(table: RuleTable): number[] {
  const masks = Array.from({ length: maskCount(table) }, (_, mask) => mask);
  return masks.filter((mask) => table.rules.some((rule) => rivals(table, rule, mask) !== 0n));
}

/**
 * SQL that makes `coding.rules_<dimension>`: a row per rule by its index, strongest first, with the bits of its rivals.
 * `null` when the dimension has no rule.
 */
export function rulesRelation(table: RuleTable): string | null {
  if (table.rules.length === 0) return null;
  const masks = rivalMasks(table);
  const columns = ['rule_index', 'rule_id', 'code', 'reason', 'how_sure', 'is_default'];
  const rows = table.rules.map((rule, index) => {
    const sure = howSure(rule);
    const cells = [
      `${index}::integer`,
      text(rule.ruleId),
      text(rule.parts.length === 1 ? (rule.parts[0]?.code ?? null) : null),
      text(rule.reason),
      text(sure),
      String(sure === 'default'),
      ...masks.map((mask) => `${rivals(table, rule, mask)}::bigint`),
    ];
    return `(${cells.join(', ')})`;
  });
  const names = [...columns, ...masks.map((mask) => `rivals_${mask}`)];
  return relation(`rules_${table.dimension}`, names, rows);
}

/** How many parts the widest split of a table has. */
export function mostParts(table: RuleTable): number {
  return Math.max(1, ...table.rules.map((rule) => rule.parts.length));
}

/** SQL that makes `coding.purpose_parts`: a row per part of a rule that splits, with the shares of all its parts. */
export function partsRelation(purposes: RuleTable): string | null {
  const places = Array.from({ length: mostParts(purposes) }, (_, i) => i);
  const rows = purposes.rules.flatMap((rule, index) => {
    if (rule.parts.length === 1) return [];
    const shares = places.map((i) => `${rule.parts[i]?.share ?? 0n}::bigint`);
    return rule.parts.map(
      ({ code, share }, i) =>
        `(${index}::integer, ${i + 1}::integer, ${text(code)}, ${share}::bigint, ${shares.join(', ')})`,
    );
  });
  if (rows.length === 0) return null;
  const names = ['rule_index', 'part', 'code', 'share', ...places.map((i) => `share_${i + 1}`)];
  return relation('purpose_parts', names, rows);
}

/** SQL that makes `coding.restated_<segment>`: the code to put back for each code that changed. */
export function restatedRelation(segment: string, codes: ReadonlyMap<string, string>): string {
  const rows = [...codes].map(([toCode, fromCode]) => `(${text(toCode)}, ${text(fromCode)})`);
  return relation(`restated_${segment}`, ['to_code', 'from_code'], rows);
}

/** A text as an SQL value. */
export function text(value: string | null): string {
  return `${value === null ? 'null' : sqlText(value)}::varchar`;
}

function rivals(table: RuleTable, rule: Rule, mask: number): bigint {
  return table.rules.reduce((bits, other, index) => {
    const rival = other.rank === rule.rank && !sameOutcome(other, rule);
    return rival && Math.floor(index / RULES_PER_MASK) === mask ? bits | bitOf(index) : bits;
  }, 0n);
}

function relation(name: string, columns: readonly string[], rows: readonly string[]): string {
  const values = rows.join(',\n    ');
  return `create table coding.${name} as\nselect * from (values\n    ${values}\n) t(${columns.join(', ')})`;
}
