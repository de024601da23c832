-- One row for each purpose, part of a purpose and total, in each fiscal year that is compared, beside the first year.
with spending as (
    select * from release.spending
    where fiscal_year in (select fiscal_year from release.fiscal_years where is_compared)
),

amounts as (
    select
        fiscal_year,
        operating,
        purpose_id,
        purpose_name,
        child_purpose_id,
        child_purpose_name,
        words.purpose_kind(grouping(operating, purpose_id, child_purpose_id)) as kind,
        sum(amount)::decimal(18, 2) as amount,
    from spending
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
        sum(amount) filter (where kind = 'subtotal' and operating) over (partition by fiscal_year) as operating_amount,
        sum(amount) filter (where kind = 'purpose') over (partition by fiscal_year, purpose_id) as purpose_amount,
        bool_or(not operating) over (partition by fiscal_year) as has_outside,
        words.purpose_section(kind, operating, purpose_id) as section,
    from amounts
    where kind <> 'part' or child_purpose_id <> purpose_id
)

select
    kept.fiscal_year::varchar as fiscal_year,
    kept.kind,
    words.purpose_row(kept.kind, kept.purpose_name, kept.child_purpose_name, 'All dollars of this map') as name,
    kept.operating,
    row_number() over (
        partition by kept.fiscal_year
        order by kept.section, kept.purpose_amount desc, kept.purpose_id, kept.kind = 'part',
            kept.amount desc, kept.child_purpose_id
    )::integer as position,
    kept.amount,
    case when kept.operating then round(kept.amount / kept.operating_amount, 6)::decimal(18, 6) end as operating_share,
    before.amount as first_amount,
    (kept.amount - coalesce(before.amount, 0))::decimal(18, 2) as change_amount,
    case when before.amount > 0 then round((kept.amount - before.amount) / before.amount, 6)::decimal(18, 6) end as change_share,
from kept
left join kept as before
    on before.fiscal_year = (select min(fiscal_year) from spending)
    and before.kind = kept.kind
    and before.purpose_id is not distinct from kept.purpose_id
    and before.child_purpose_id is not distinct from kept.child_purpose_id
    and before.operating is not distinct from kept.operating
where kept.kind <> 'subtotal' or (kept.operating and kept.has_outside)
order by kept.fiscal_year, position
