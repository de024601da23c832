/*
row: what the dollars of the map tie to
key: [amount_type]
partition: none
audience: analyst
description: >
  The trial balance, or other totals of the district, whole or for the funds and years that have one; without any, the
  files' own totals. A map that is off a control total is published only if a person has accepted that.
*/
with control_coverage as (
    select * from marts.control_coverage
),

control_ties as (
    select * from marts.control_ties
),

settings as (
    select * from staging.settings
),

coverage as (
    select
        count(*) as fund_years,
        count(*) filter (where control_coverage.has_control_total) as covered,
    from control_coverage
),

compared as (
    select
        count(*) filter (where control_ties.difference_amount <> 0) as differences,
        if(
            coalesce(bool_and(is_trial_balance(control_ties.source_document)), true),
            'the trial balance',
            'the district''s own totals'
        ) as totals,
    from control_ties
    inner join settings
        on settings.amount_type = control_ties.amount_type
)

select
    settings.amount_type,
    case
        when coverage.covered = 0 then 'the file''s own totals'
        when compared.differences > 0 then compared.totals || ', but for differences that the district has accepted'
        when coverage.covered = coverage.fund_years then compared.totals
        else format('{}, for {} of {} funds and years', compared.totals, coverage.covered, coverage.fund_years)
    end as ties_to,
from settings
cross join coverage
cross join compared
