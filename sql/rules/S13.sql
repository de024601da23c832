/*
row: the roster of a fiscal year beside the one of the year before
description: >
  Full-time jobs of all people, and the average salary of a full-time job. A roster is of one day, so a year in progress
  may be compared.
*/
with staff_roster as (
    select * from staging.staff_roster
),

limits as (
    select * from staging.quality_thresholds
),

years as (
    select
        staff_roster.fiscal_year,
        sum(staff_roster.total_fte) as fte,
        sum(staff_roster.annual_base_salary) filter (where staff_roster.total_fte > 0) as pay,
        sum(staff_roster.total_fte) filter (where staff_roster.annual_base_salary is not null) as paid_fte,
    from staff_roster
    group by staff_roster.fiscal_year
),

compared as (
    select
        later.fiscal_year,
        later.fte,
        earlier.fte as fte_before,
        later.pay * earlier.paid_fte as pay_crossed,
        earlier.pay * later.paid_fte as pay_before_crossed,
    from years as later
    inner join years as earlier
        on earlier.fiscal_year + 1 = later.fiscal_year
)

select
    compared.fiscal_year,
    'full-time jobs' as subject,
    quality_verdict(false, abs(compared.fte - compared.fte_before) > limits.s13.staff_change * compared.fte_before) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format('Full-time jobs: {:,.1f}; the year before {:,.1f}.', compared.fte, compared.fte_before) as what,
from compared
cross join limits

union all

select
    compared.fiscal_year,
    'average salary',
    quality_verdict(
        false,
        compared.pay_crossed < (1 - limits.s13.pay_fall) * compared.pay_before_crossed
        or compared.pay_crossed > (1 + limits.s13.pay_rise) * compared.pay_before_crossed
    ) as verdict,
    1,
    if(verdict is null, 0, 1),
    format('The average salary is {} of the year before.', percent_text(compared.pay_crossed / compared.pay_before_crossed)),
from compared
cross join limits
where compared.pay_before_crossed > 0
    and compared.pay_crossed is not null
