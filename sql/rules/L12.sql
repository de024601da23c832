/*
row: the posting dates of a fiscal year
description: >
  A fiscal year starts on the first of the month that the threshold says, in the year before its name, or in January of
  its own.
*/
with gl_transactions as (
    select * from staging.gl_transactions
),

limits as (
    select * from staging.quality_thresholds
),

starts as (
    select
        gl_transactions.fiscal_year,
        gl_transactions.posting_date,
        count(*) as lines,
        make_date(
            if(limits.l12.first_month = 1, gl_transactions.fiscal_year, gl_transactions.fiscal_year - 1),
            limits.l12.first_month::integer,
            1
        ) as first_day,
        limits.l12.days::integer as days,
    from gl_transactions
    cross join limits
    where gl_transactions.posting_date is not null
    group by all
),

years as (
    select
        starts.fiscal_year,
        sum(starts.lines)::bigint as lines,
        coalesce(
            sum(starts.lines) filter (
                where starts.posting_date < starts.first_day - starts.days
                    or starts.posting_date > (starts.first_day + interval 1 year)::date - 1 + starts.days
            ),
            0
        )::bigint as far_lines,
    from starts
    group by starts.fiscal_year
)

select
    years.fiscal_year,
    'lines' as subject,
    quality_verdict(false, years.far_lines > 0) as verdict,
    years.lines as checked,
    years.far_lines as failed,
    format('Lines far from fiscal year {}: {:,}.', years.fiscal_year, years.far_lines) as what,
from years
