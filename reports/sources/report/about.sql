-- One row: what the map is of, and the sentences that stand on every page.
with about as (
    select * from release.about
),

ties as (
    select
        sum(abs(difference_amount)) as difference_amount,
        sum(abs(control_difference_amount)) as control_difference_amount,
    from release.reconciliation
),

accepted as (
    select count(*) as differences from release.accepted_checks
    where check_name = 'ledger_ties_to_control_totals'
)

select
    about.district_name,
    about.invented,
    about.amount_word,
    about.latest_fiscal_year::varchar as fiscal_year,
    about.first_fiscal_year::varchar as first_fiscal_year,
    about.first_fiscal_year < about.latest_fiscal_year as has_years,
    about.year_to_date,
    about.progress_fiscal_year::varchar as progress_fiscal_year,
    about.period_words,
    words.sentence_case(about.period_words) as period_title,
    about.as_of_sentence,
    nullif(about.scope_note, '') as scope_note,
    'Operating dollars over ' || about.students_counted as per_student_note,
    about.disclosure_note,
    about.minimum_n::integer as minimum_n,
    about.operating_amount,
    about.operating_per_student,
    about.assigned_amount,
    about.not_yet_assigned_amount,
    about.specific_rule_share,
    'This map shows what ' || about.district_name || ' ' || about.amount_word || ' in '
    || about.period_words || ' to run its schools: ' || words.dollars(about.operating_amount)
    || coalesce(', ' || words.dollars(about.operating_per_student) || ' per student', '') || '.' as map_sentence,
    'Of the ' || words.dollars(about.assigned_amount + about.not_yet_assigned_amount) || ' ' || about.amount_word
    || ' in ' || about.period_words || ', '
    || words.dollars(about.assigned_amount) || ' is assigned to a purpose and '
    || words.dollars(about.not_yet_assigned_amount)
    || ' is not yet.'
    || case when about.excluded_amount <> 0
        then ' What is no spending, such as revenue and transfers, is left out by named rules.' else '' end as read_sentence,
    case when about.specific_rule_share < 0.8 then 'This is a draft coding: ' else '' end
    || words.percent(about.specific_rule_share)
    || ' of the assigned dollars have their purpose by a specific rule, and '
    || words.percent(about.default_rule_share) || ' by a default rule.' as coding_sentence,
    about.specific_rule_share < 0.8 as is_draft,
    case
        when ties.difference_amount <> 0
            then 'The dollars read do not equal the dollars accounted for: '
            || words.exact_dollars(ties.difference_amount) || ' is missing.'
        when about.ties_to = 'the file''s own totals'
            then 'Every dollar read is accounted for. The district sent no totals of its own, so the map ties to '
            || about.ties_to || '.'
        when accepted.differences = 0
            then 'Every dollar read is accounted for, and the map ties to ' || about.ties_to || ' to the cent.'
        else 'Every dollar read is accounted for, and the map ties to ' || about.ties_to
            || coalesce(': ' || words.exact_dollars(nullif(ties.control_difference_amount, 0)), '') || '.'
    end as tie_sentence,
from about
cross join ties
cross join accepted
