/*
row: people who were paid in a fiscal year and are not in its roster
description: >
  Counted, never named. Who is only paid as a substitute is left out, since rosters seldom hold substitutes.
*/
with payroll as (
    select * from core.payroll
),

staff_roster as (
    select * from staging.staff_roster
),

limits as (
    select * from staging.quality_thresholds
),

paid as (
    select payroll.fiscal_year, payroll.staff_key, sum(payroll.amount)::decimal(18,2) as amount
    from payroll
    where payroll.fiscal_year in (select staff_roster.fiscal_year from staff_roster)
    group by payroll.fiscal_year, payroll.staff_key
    having bool_or(payroll.pay_type is distinct from 'substitute')
),

years as (
    select
        paid.fiscal_year,
        count(*) as people,
        sum(abs(paid.amount))::decimal(18,2) as amount,
        count(*) filter (where staff_roster.staff_key is null) as unknown_people,
        coalesce(sum(abs(paid.amount)) filter (where staff_roster.staff_key is null), 0)::decimal(18,2) as unknown_amount,
    from paid
    left join (select distinct staff_roster.fiscal_year, staff_roster.staff_key from staff_roster) as staff_roster
        on staff_roster.fiscal_year = paid.fiscal_year
        and staff_roster.staff_key = paid.staff_key
    group by paid.fiscal_year
)

select
    years.fiscal_year,
    'people paid' as subject,
    quality_verdict(years.unknown_amount > limits.k05.block_share * years.amount, years.unknown_people > 0) as verdict,
    years.people as checked,
    years.unknown_people as failed,
    format('People paid who are not in the roster: {:,}, with {}.', years.unknown_people, dollars_text(years.unknown_amount)) as what,
from years
cross join limits
