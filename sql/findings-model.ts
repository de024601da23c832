import type { TableModel } from './catalog.ts';
import type { RuleHeader } from './model-header.ts';

/** The select of one quality rule: a row for each thing, or for all things of a year, that it looked at. */
export interface RuleSelect {
  readonly id: string;
  readonly sql: string;
  readonly header: RuleHeader;
}

/** The table of all findings. It reads nearly every extract. */
export const FINDINGS = 'marts.quality_findings';

/** The one table that all rules' selects are branches of: a step for each of them would cost more than they do. */
export function findingsModel(rules: readonly RuleSelect[]): TableModel {
  return {
    kind: 'table',
    relation: FINDINGS,
    schema: 'marts',
    name: 'quality_findings',
    sql: rules.map(branch).join('\n\nunion all\n\n'),
    header: {
      row: 'one thing that a quality rule looked at, or all such things of a year together',
      key: ['rule_id', 'fiscal_year', 'subject'],
      partition: 'none',
      lookback: 0,
      audience: 'analyst',
      answers: 'what quality rules find when they compare it with other files',
      description:
        'What each quality rule looked at and what it found there. Where rows would be of persons or of small groups of students, one row counts them.',
    },
  };
}

function branch({ id, sql }: RuleSelect): string {
  return `select
    '${id}' as rule_id,
    looked_at.fiscal_year::integer as fiscal_year,
    looked_at.subject::varchar as subject,
    looked_at.verdict::varchar as verdict,
    looked_at.checked::bigint as checked,
    looked_at.failed::bigint as failed,
    looked_at.what::varchar as what,
from (
${sql}
) as looked_at`;
}
