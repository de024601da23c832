/*
row: the district and its latest year
key: [district_id]
partition: none
audience: analyst
description: >
  What stands beside every figure: whose it is, spent, committed or budgeted, of which years, as of when, tied to what, and how
  much of it stands on a specific rule.
*/
with settings as (
    select * from staging.settings
),

district_years as (
    select * from marts.district_years
),

gl_transactions as (
    select * from staging.gl_transactions
),

gl_balances as (
    select * from staging.gl_balances
),

staff_roster as (
    select * from staging.staff_roster
),

control_coverage as (
    select * from marts.control_coverage
),

control_ties as (
    select * from marts.control_ties
),

dates as (
    select max(gl_transactions.posting_date) as latest_date from gl_transactions
    union all
    select max(gl_balances.as_of_date) from gl_balances
    union all
    select max(staff_roster.snapshot_date) from staff_roster
),

years as (
    select
        min(district_years.fiscal_year) as first_fiscal_year,
        max(district_years.fiscal_year) as latest_fiscal_year,
    from district_years
),

coverage as (
    select
        count(*) as fund_years,
        count(*) filter (where control_coverage.has_control_total) as covered,
    from control_coverage
),

-- A map that is off its control totals is published only if a person has accepted that.
differences as (
    select count(*) as fund_years
    from control_ties
    inner join settings
        on settings.amount_type = control_ties.amount_type
    where control_ties.difference_amount <> 0
),

latest as (
    select district_years.specific_rule_share
    from district_years
    inner join years
        on years.latest_fiscal_year = district_years.fiscal_year
)

select
    settings.district_id,
    settings.district_name,
    settings.state,
    settings.invented,
    settings.amount_type,
    case
        when settings.amount_type = 'actual' then 'spent'
        when settings.amount_type in ('encumbrance', 'pre_encumbrance') then 'committed'
        else 'budgeted'
    end as amount_word,
    years.first_fiscal_year,
    years.latest_fiscal_year,
    (select max(dates.latest_date) from dates) as as_of,
    coalesce(settings.scope_note, '') as scope_note,
    case
        when coverage.covered = 0 then 'the file''s own totals'
        when differences.fund_years > 0 then 'the trial balance, but for differences that the district has accepted'
        when coverage.covered = coverage.fund_years then 'the trial balance'
        else format('the trial balance, for {} of {} funds and years', coverage.covered, coverage.fund_years)
    end as ties_to,
    settings.minimum_n,
    latest.specific_rule_share,
from settings
cross join years
cross join coverage
cross join differences
left join latest
    on true
