-- One row for each grant: its award, what is spent and left, and how much of its time has passed.
with grants as (
    select
        *,
        fiscal_year = max(fiscal_year) over (partition by project_code) as is_latest,
        sum(spent_amount) over (partition by project_code) as spent_so_far,
        sum(after_end_amount) over (partition by project_code) as after_end,
    from release.grants
),

as_of as (
    select max(ledger_as_of) as ledger_as_of from release.fiscal_years
)

select
    grants.project_name as name,
    case grants.funding_level
        when 'federal' then 'Federal'
        when 'state' then 'State'
        when 'local' then 'Local'
        else 'Private'
    end as giver,
    grants.award_amount,
    strftime(grants.end_date, '%b %-d, %Y') as ends,
    grants.spent_so_far::decimal(18, 2) as spent_amount,
    grants.left_amount,
    round(grants.spent_so_far / nullif(grants.award_amount, 0), 6)::decimal(18, 6) as spent_share,
    round(
        least(greatest(date_diff('day', grants.start_date, as_of.ledger_as_of), 0), date_diff('day', grants.start_date, grants.end_date))
        / nullif(date_diff('day', grants.start_date, grants.end_date), 0)::decimal(18, 6), 6
    )::decimal(18, 6) as time_share,
    concat_ws(
        ' ',
        case
            when grants.end_date < as_of.ledger_as_of and grants.left_amount > 0
                then 'Ended with ' || words.dollars(grants.left_amount) || ' unspent.'
            when grants.end_date < as_of.ledger_as_of then 'Ended.'
            else date_diff('day', as_of.ledger_as_of, grants.end_date)::varchar || ' days to go.'
        end,
        case when grants.left_amount < 0 then 'More is spent than was awarded.' end,
        case when grants.after_end <> 0 then words.dollars(grants.after_end::decimal(18, 2)) || ' was booked after its last day.' end,
        case when grants.began_before_ledger then 'It began before these files do, so more was spent than is known.' end
    ) as note,
    row_number() over (order by grants.end_date, grants.project_name)::integer as position,
from grants
cross join as_of
where grants.is_latest
order by position
