/*
row: the rows of one kind of file in a fiscal year beside those of the year before
description: >
  The ledger of a year in progress is compared with the same periods of the year before; payroll of such a year is not
  compared.
*/
with ledger_periods as (
    select * from marts.ledger_periods
),

file_rows as (
    select * from marts.file_rows
),

earlier_periods as (
    select * from staging.earlier_periods
),

earlier_files as (
    select * from staging.earlier_files
),

earlier_edition as (
    select * from staging.earlier_edition
),

year_pairs as (
    select * from marts.year_pairs
),

limits as (
    select * from staging.quality_thresholds
),

periods as (
    select ledger_periods.fiscal_year, ledger_periods.fiscal_period, ledger_periods.lines
    from ledger_periods
    union all
    select earlier_periods.fiscal_year, earlier_periods.fiscal_period, earlier_periods.lines
    from earlier_periods
),

-- A list may hold the year before itself, as one of all years does.
lists_before as (
    select file_rows.file_kind, file_rows.fiscal_year, file_rows.rows, null as edition_words
    from file_rows
    union all
    select earlier_files.file_kind, earlier_files.fiscal_year, earlier_files.rows, earlier_edition.edition_words
    from earlier_files
    inner join earlier_edition
        on earlier_edition.fiscal_year = earlier_files.fiscal_year
    anti join file_rows
        on file_rows.file_kind = earlier_files.file_kind
        and file_rows.fiscal_year = earlier_files.fiscal_year
),

counted as (
    select
        'ledger' as file_kind,
        year_pairs.fiscal_year,
        year_pairs.edition_words,
        sum(if(periods.fiscal_year = year_pairs.fiscal_year, periods.lines, 0))::bigint as rows_now,
        sum(if(periods.fiscal_year < year_pairs.fiscal_year, periods.lines, 0))::bigint as rows_before,
    from year_pairs
    inner join periods
        on periods.fiscal_year in (year_pairs.fiscal_year, year_pairs.fiscal_year - 1)
        and (year_pairs.through_period is null or periods.fiscal_period <= year_pairs.through_period)
    group by
        year_pairs.fiscal_year,
        year_pairs.edition_words

    union all

    select file_rows.file_kind, file_rows.fiscal_year, lists_before.edition_words, file_rows.rows, lists_before.rows
    from file_rows
    inner join lists_before
        on lists_before.file_kind = file_rows.file_kind
        and lists_before.fiscal_year + 1 = file_rows.fiscal_year
)

select
    counted.fiscal_year,
    counted.file_kind as subject,
    quality_verdict(
        counted.rows_now < limits.f16.block_below * counted.rows_before,
        abs(counted.rows_now - counted.rows_before) > limits.f16.warn_change * counted.rows_before
    ) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        'Rows of the {}: {:,}; in the year before {:,}{}.',
        counted.file_kind,
        counted.rows_now,
        counted.rows_before,
        coalesce(' (' || counted.edition_words || ')', '')
    ) as what,
from counted
cross join limits
where counted.rows_before >= limits.f16.least_rows
