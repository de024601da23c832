import type { QualitySettings } from './settings.ts';
import { RULES } from './rules.ts';

/**
 * One row with a column for each rule that has limits: a struct of them, so that a rule's SQL reads `l08.warn_low` and
 * does not bind when the list has no such limit. `own` are those of the district.
 */
export function thresholdsSql(own: QualitySettings['thresholds']): string {
  const columns = RULES.flatMap(({ id, thresholds }) => {
    if (thresholds === undefined) return [];
    const values = own[id] ?? {};
    const fields = Object.entries(thresholds).map(
      // As text, so that a double of the configuration becomes the decimal that a person wrote.
      ([name, { value }]) => `${name}: '${(values[name] ?? value).toFixed(6)}'::decimal(18,6)`,
    );
    return [`{${fields.join(', ')}} as ${id.toLowerCase()}`];
  });
  return `select ${columns.join(',\n')}`;
}
