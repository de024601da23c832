/*
row: one movement of a source's dollars, by amount type, fiscal year and fund
key: [source_id, amount_type, fiscal_year, fund_code, movement]
partition: none
audience: analyst
description: >
  What was read, and where it went, as amounts to be laid beside each other. "Read", "quarantined" and "dropped" are
  counted when the files are staged; the rest comes from the coded ledger, with benefits as their spread left them. The
  two counts do not know of each other.
*/
with read_totals as (
    select * from staging.read_totals
    -- A budget may be of a year whose ledger has not begun: it waits, and is in no figure.
    where brings_dollars(read_totals.extract)
        and (
            read_totals.fiscal_year is null
            or read_totals.fiscal_year in (select fiscal_years.fiscal_year from staging.fiscal_years)
        )
),

ledger_periods as (
    select * from marts.ledger_periods
),

benefits_waiting as (
    select * from marts.benefits_waiting
),

-- Year 0 and the words "not known" stand for dropped or quarantined records that name none.
movements as (
    select
        read_totals.source_id,
        coalesce(read_totals.amount_type, 'not known') as amount_type,
        coalesce(read_totals.fiscal_year, 0) as fiscal_year,
        coalesce(read_totals.fund_code, 'none') as fund_code,
        'read' as movement,
        read_totals.amount,
    from read_totals
    where read_totals.outcome in ('loaded', 'quarantined', 'dropped')
    union all
    select
        read_totals.source_id,
        coalesce(read_totals.amount_type, 'not known'),
        coalesce(read_totals.fiscal_year, 0),
        coalesce(read_totals.fund_code, 'none'),
        read_totals.outcome,
        read_totals.amount,
    from read_totals
    where read_totals.outcome in ('quarantined', 'dropped')
    union all
    select
        ledger_periods.source_id,
        ledger_periods.amount_type,
        ledger_periods.fiscal_year,
        ledger_periods.fund_code,
        ledger_periods.status,
        ledger_periods.amount,
    from ledger_periods
    union all
    -- Benefits whose spread left them without an assigned salary.
    select
        benefits_waiting.source_id,
        benefits_waiting.amount_type,
        benefits_waiting.fiscal_year,
        benefits_waiting.fund_code,
        moves.movement,
        moves.factor * benefits_waiting.amount,
    from benefits_waiting
    cross join lateral (values ('assigned', -1), ('not_yet_assigned', 1)) as moves(movement, factor)
)

select
    movements.source_id,
    movements.amount_type,
    movements.fiscal_year,
    movements.fund_code,
    movements.movement,
    sum(movements.amount)::decimal(18,2) as amount,
from movements
group by
    movements.source_id,
    movements.amount_type,
    movements.fiscal_year,
    movements.fund_code,
    movements.movement
