-- One row for each way in which dollars are followed to a school, in each fiscal year, and a total.
with totals as (
    select * from release.attribution_totals
),

amounts as (
    select
        fiscal_year,
        attribution,
        reason,
        grouping(attribution) = 1 as is_total,
        sum(amount)::decimal(18, 2) as amount,
    from totals
    group by grouping sets ((fiscal_year, attribution, reason), (fiscal_year))
)

select
    fiscal_year::varchar as fiscal_year,
    case when is_total then 'total' else 'row' end as kind,
    case
        when is_total then 'All dollars of this map'
        else words.sentence_case(attribution)
    end as name,
    case
        when is_total then null
        when reason <> 'none' then words.sentence_case(reason) || '.'
        when attribution = 'recorded at the site' then 'The ledger line itself names the school or program.'
        when attribution = 'follows salary' then 'Benefits go where the salaries went that they belong to.'
        when attribution = 'by assignment' then 'Staff paid centrally are counted at the schools where they work.'
        when attribution like 'by the grant%' then 'A grant paid centrally is counted at the schools where it works.'
        when attribution = 'by students' then 'Central dollars are shared by the number of students.'
    end as explanation,
    row_number() over (
        partition by fiscal_year
        order by is_total, attribution = 'not attributed', amount desc, attribution, reason
    )::integer as position,
    amount,
    round(amount / sum(amount) filter (where is_total) over (partition by fiscal_year), 6)::decimal(18, 6) as share,
from amounts
order by fiscal_year, position
