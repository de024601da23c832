-- One row for each purpose, part of a purpose and total of a fiscal year that has a budget.
with amounts as (
    select
        fiscal_year,
        operating,
        purpose_id,
        purpose_name,
        child_purpose_id,
        child_purpose_name,
        words.purpose_kind(grouping(operating, purpose_id, child_purpose_id)) as kind,
        sum(adopted_amount)::decimal(18, 2) as adopted_amount,
        sum(revised_amount)::decimal(18, 2) as revised_amount,
        sum(spent_amount)::decimal(18, 2) as spent_amount,
        sum(committed_amount)::decimal(18, 2) as committed_amount,
        sum(left_amount)::decimal(18, 2) as left_amount,
    from release.budget_against_actual
    group by grouping sets (
        (fiscal_year, operating, purpose_id, purpose_name, child_purpose_id, child_purpose_name),
        (fiscal_year, operating, purpose_id, purpose_name),
        (fiscal_year, operating),
        (fiscal_year)
    )
),

kept as (
    select
        *,
        sum(revised_amount) filter (where kind = 'purpose') over (partition by fiscal_year, purpose_id) as purpose_amount,
        bool_or(not operating) over (partition by fiscal_year) as has_outside,
        words.purpose_section(kind, operating, purpose_id) as section,
    from amounts
    where kind <> 'part' or child_purpose_id <> purpose_id
)

select
    fiscal_year::varchar as fiscal_year,
    fiscal_year = max(fiscal_year) over () as is_newest,
    kind,
    words.purpose_row(kind, purpose_name, child_purpose_name, 'All dollars') as name,
    row_number() over (
        partition by fiscal_year
        order by section, purpose_amount desc, purpose_id, kind = 'part', revised_amount desc, child_purpose_id
    )::integer as position,
    adopted_amount,
    revised_amount,
    spent_amount,
    nullif(committed_amount, 0) as committed_amount,
    left_amount,
    case when revised_amount > 0
        then round((spent_amount + committed_amount) / revised_amount, 6)::decimal(18, 6) end as used_share,
from kept
where kind <> 'subtotal' or (operating and has_outside)
order by fiscal_year, position
