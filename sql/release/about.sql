/*
row: the district and its latest complete year
key: [district_id]
partition: none
audience: public
description: >
  What stands beside every figure of the map: whose it is, spent or budgeted, of which years, as of when, what it ties
  to, and how it was protected.
*/
with about as (
    select * from marts.about
),

district_years as (
    select * from marts.district_years
),

reconciliation as (
    select * from marts.reconciliation
),

read_amounts as (
    select reconciliation.fiscal_year, sum(reconciliation.read_amount) as read_amount
    from reconciliation
    inner join about
        on about.amount_type = reconciliation.amount_type
    group by reconciliation.fiscal_year
)

select
    about.district_id,
    about.district_name,
    about.state,
    about.invented,
    about.amount_type,
    about.amount_word,
    about.first_fiscal_year,
    about.latest_fiscal_year,
    about.year_to_date,
    about.progress_fiscal_year,
    about.period_words,
    about.as_of,
    about.as_of_sentence,
    about.students_counted,
    about.scope_note,
    about.ties_to,
    about.minimum_n,
    'internal: disclosure control is minimum-n only' as disclosure_note,
    district_years.specific_rule_share,
    district_years.default_rule_share,
    district_years.not_yet_assigned_amount,
    coalesce(read_amounts.read_amount, 0)::decimal(18,2) as read_amount,
    district_years.assigned_amount,
    district_years.excluded_amount,
    district_years.operating_amount,
    district_years.operating_per_student,
from about
inner join district_years
    on district_years.fiscal_year = about.latest_fiscal_year
left join read_amounts
    on read_amounts.fiscal_year = about.latest_fiscal_year
