import { ATTRIBUTION_MACROS } from '../transforms/attribution/macros.ts';
import { MINIMUM_N_MACROS } from '../transforms/disclosure/minimum-n.ts';
import { amountTypeSql } from '../transforms/contract/contract.ts';
import { EXTRACTS } from '../transforms/extracts/index.ts';
import { budgetAmountTypeSql } from '../transforms/extracts/ledger-columns.ts';

/**
 * How figures read in the sentences of findings and checks. `round` on a DECIMAL is exact, so a sentence never shows
 * another digit than the table beside it.
 */
const TEXT_MACROS: readonly string[] = [
  // $1.2B, $12.4M, $640,123: the size decides the unit, as a board member would say it.
  `create macro dollars_text(amount) as
    case
        when abs(amount) >= 999950000 then format('{}\${:.1f}B', if(amount < 0, '-', ''), abs(round(amount, -8)) / 1000000000)
        when abs(amount) >= 999500 then format('{}\${:.1f}M', if(amount < 0, '-', ''), abs(round(amount, -5)) / 1000000)
        else format('{}\${:,}', if(amount < 0, '-', ''), abs(round(amount))::bigint)
    end`,
  // $11,320: dollars per student or per teacher, to the dollar.
  `create macro whole_dollars_text(amount) as
    format('{}\${:,}', if(amount < 0, '-', ''), abs(round(amount))::bigint)`,
  // $1,234.56: to the cent, as books are compared. Whole numbers only, so that every cent is true.
  `create macro exact_dollars_text(amount) as
    format(
        '{}\${:,}.{:02d}',
        if(amount < 0, '-', ''),
        ((abs(amount) * 100)::hugeint // 100)::bigint,
        ((abs(amount) * 100)::hugeint % 100)::integer
    )`,
  // 0.0934 is 9.3%.
  `create macro percent_text(share) as
    format('{:.1f}%', round(share::decimal(18,6) * 100, 1))`,
  `create macro sure_text(share) as
    percent_text(share) || ' of these dollars coded by a specific rule'`,
];

/** The part of an assignment that is in a fiscal year; one without a day is of the whole year. */
const STAFF_MACROS: readonly string[] = [
  `create macro assignment_begin(in_year, first_day) as
    greatest(coalesce(first_day, make_date(in_year - 1, 7, 1)), make_date(in_year - 1, 7, 1))`,
  `create macro assignment_end(in_year, last_day) as
    least(coalesce(last_day, make_date(in_year, 6, 30)), make_date(in_year, 6, 30))`,
];

const LEDGER_MACROS: readonly string[] = [
  // Extracts whose rows are dollars of accounts: what the reconciliation follows.
  `create macro brings_dollars(extract_name) as extract_name in (${[...EXTRACTS.values()]
    .filter((contract) => amountTypeSql(contract) !== null)
    .map(({ name }) => `'${name}'`)
    .join(', ')})`,
  // The fiscal year that a day is in, and its period there: years begin in July, as nearly everywhere in the country.
  `create macro fiscal_year_of(day) as (year(day) + if(month(day) >= 7, 1, 0))::integer`,
  `create macro fiscal_period_of(day) as ((month(day) + 5) % 12 + 1)::integer`,
  `create macro is_budget(amount_type) as starts_with(amount_type, 'budget')`,
  // Of the document that a control total is taken from: a trial balance, or another total such as a printed budget.
  `create macro is_trial_balance(document) as regexp_matches(lower(document), 'trial.?balance|^tb([^a-z]|$)')`,
  `create macro budget_amount_type(version) as ${budgetAmountTypeSql('version')}`,
];

/** How a quality rule says what it thinks of a thing that it looked at; nothing is said of one that is as it should be. */
const QUALITY_MACROS: readonly string[] = [
  `create macro quality_verdict(is_failed, is_warned) as
    case when is_failed then 'failed' when is_warned then 'warned' end`,
];

/**
 * Scalar macros that every model may call: by name, what each takes and gives; none of them reads a table. Their text
 * is part of each step's key.
 */
export const MACROS: ReadonlyMap<string, string> = byName([
  ...ATTRIBUTION_MACROS,
  ...MINIMUM_N_MACROS,
  ...LEDGER_MACROS,
  ...STAFF_MACROS,
  ...TEXT_MACROS,
  ...QUALITY_MACROS,
]);

function byName(macros: readonly string[]): ReadonlyMap<string, string> {
  const named = new Map(macros.map(namedMacro));
  if (named.size < macros.length) throw new Error('Two macros have the same name.');
  return named;
}

function namedMacro(text: string): [name: string, definition: string] {
  const [, name, definition] = /^\s*create macro (\w+)(\(.*)$/s.exec(text) ?? [];
  if (name === undefined || definition === undefined) throw new Error(`No macro: ${text}`);
  return [name, definition];
}
