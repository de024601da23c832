/*
row: one kind of position of the whole district in a fiscal year
key: [fiscal_year, position_type]
partition: none
audience: restricted
description: >
  Positions with their dollars, of all sites together. A kind with fewer positions than the minimum is counted among
  the others, for the dollars of few positions tell what persons are paid; where those are too few together, the
  smallest of the other kinds joins them.
*/
with positions as (
    select * from marts.positions
),

settings as (
    select * from staging.settings
),

kinds as (
    select
        positions.fiscal_year,
        positions.position_type,
        positions.position_name,
        sum(positions.positions) as positions,
        sum(positions.vacant_positions) as vacant_positions,
        sum(positions.budgeted_fte) as budgeted_fte,
        sum(positions.filled_fte) as filled_fte,
        sum(positions.vacant_fte) as vacant_fte,
        sum(positions.budgeted_salary) as budgeted_salary,
        sum(positions.budgeted_benefits) as budgeted_benefits,
    from positions
    group by positions.fiscal_year, positions.position_type, positions.position_name
),

ranked as (
    select
        kinds.*,
        coalesce(
            sum(kinds.positions) over (
                partition by kinds.fiscal_year
                order by kinds.positions, kinds.position_type
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) as smaller_positions,
        min(kinds.positions) over (partition by kinds.fiscal_year) < settings.minimum_n as has_small_kinds,
        settings.minimum_n,
    from kinds
    cross join settings
),

named as (
    select
        ranked.*,
        ranked.has_small_kinds
            and (ranked.positions < ranked.minimum_n or ranked.smaller_positions < ranked.minimum_n)
            or ranked.position_type = 'other' as is_other,
    from ranked
)

select
    named.fiscal_year,
    if(named.is_other, 'other', named.position_type) as position_type,
    if(named.is_other, 'Other staff', named.position_name) as position_name,
    sum(named.positions)::bigint as positions,
    sum(named.vacant_positions)::bigint as vacant_positions,
    sum(named.budgeted_fte)::decimal(18,4) as budgeted_fte,
    sum(named.filled_fte)::decimal(18,4) as filled_fte,
    sum(named.vacant_fte)::decimal(18,4) as vacant_fte,
    if(sum(named.positions) < max(named.minimum_n), null, sum(named.budgeted_salary))::decimal(18,2) as budgeted_salary,
    if(sum(named.positions) < max(named.minimum_n), null, sum(named.budgeted_benefits))::decimal(18,2) as budgeted_benefits,
from named
group by
    named.fiscal_year,
    if(named.is_other, 'other', named.position_type),
    if(named.is_other, 'Other staff', named.position_name)
