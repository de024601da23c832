import { z } from 'zod';
import type { SettingMistake } from '../config/setting-mistake.ts';
import { RULES, ruleOf } from './rules.ts';

const ruleId = z.enum(RULES.map(({ id }) => id) as [string, ...string[]]);

const override = z.strictObject({
  rule: ruleId,
  /** It stands in the published map, so that readers can judge it. */
  reason: z.string().trim().min(1, 'must say why').max(500, 'must be at most 500 characters'),
  fiscal_years: z.array(z.int().min(1990).max(2100)).min(1).optional(),
});

/** `quality` in district.yaml: other limits than the list's, and rules that a person has decided to let stand. */
export const qualitySettings = z.strictObject({
  thresholds: z.record(z.string(), z.record(z.string(), z.number().min(0))).default({}),
  overrides: z.array(override).default([]),
});

export type QualitySettings = z.output<typeof qualitySettings>;

/** Thresholds that no rule has, and overrides that would change nothing. */
export function checkQuality({
  thresholds,
  overrides,
}: QualitySettings): readonly SettingMistake[] {
  const unknown = Object.entries(thresholds).flatMap(([id, values]) =>
    Object.keys(values)
      .filter((name) => ruleOf(id)?.thresholds?.[name] === undefined)
      .map((name) => ({ path: ['quality', 'thresholds', id, name], what: noThreshold(id) })),
  );
  const idle = overrides.flatMap(({ rule }, i) =>
    ruleOf(rule)?.enforcedBy === 'rules'
      ? []
      : [{ path: ['quality', 'overrides', i, 'rule'], what: noOverride(rule) }],
  );
  return [...unknown, ...idle];
}

function noThreshold(id: string): string {
  const rule = ruleOf(id);
  if (rule === undefined) return `There is no rule ${id}: data/QUALITY.md lists them.`;
  const names = Object.keys(rule.thresholds ?? {});
  return names.length === 0
    ? `Rule ${id} has no threshold.`
    : `Rule ${id} has no such threshold: it has ${names.join(', ')}.`;
}

function noOverride(id: string): string {
  return ruleOf(id)?.enforcedBy.startsWith('checks.')
    ? `What rule ${id} finds is accepted by --accept-check, if at all.`
    : `Rule ${id} is found while a file is read: an override changes nothing.`;
}
