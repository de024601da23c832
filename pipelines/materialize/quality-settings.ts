import { RULES } from '../../transforms/quality/rules.ts';
import type { Rule } from '../../transforms/quality/rule.ts';
import { extractWords, thresholdWords } from '../../transforms/quality/words.ts';
import { quote } from '../runtime/duckdb.ts';
import type { MakeContext } from './make.ts';

/** The list of quality rules as models read it: one row for each, with what it needs and does not have. */
export function qualityRulesSql({ district, sourceFiles }: MakeContext): string {
  const sent = new Set(sourceFiles.map(({ extract }) => extract));
  const rows = RULES.map((rule, i) => {
    const absent = rule.needs.find((need) => ![need].flat().some((name) => sent.has(name)));
    const texts = [
      rule.id,
      rule.title,
      rule.matters,
      rule.resolve,
      rule.things,
      rule.needs.map((need) => extractWords(need)).join('; '),
      rule.enforcedBy,
      thresholdWords(rule, district.quality.thresholds[rule.id]),
    ].map(quote);
    const missing = absent === undefined ? 'null' : quote(extractWords(absent));
    return `(${i + 1}, ${texts.join(', ')}, ${missing}::varchar, ${tellsOfDollarsOnly(rule)})`;
  });
  return `select * from (values ${rows.join(',\n')}) as rules(
    position, rule_id, rule_title, when_it_matters, how_to_resolve, things, extracts, enforced_by, threshold_text,
    absent_extract, example_is_public)`;
}

/** Files of which an example may be told to readers: without a person, and without a count of students. */
const withoutPersons: readonly string[] = [
  'gl_transactions',
  'gl_balances',
  'budget_lines',
  'control_totals',
  'account_codes',
  'organizations',
  'grants',
];

function tellsOfDollarsOnly({ needs }: Rule): boolean {
  return needs.length > 0 && needs.flat().every((name) => withoutPersons.includes(name));
}

/** What a person lets stand, year by year; a missing year is all of them. */
export function qualityOverridesSql({ district }: MakeContext): string {
  const rows = district.quality.overrides.flatMap(({ rule, reason, fiscal_years: years }) =>
    (years ?? ['null']).map((year) => `(${quote(rule)}, ${year}::integer, ${quote(reason)})`),
  );
  const values =
    rows.length === 0 ? '(null::varchar, null::integer, null::varchar)' : rows.join(', ');
  return `select * from (values ${values}) as overrides(rule_id, fiscal_year, override_reason) where rule_id is not null`;
}
