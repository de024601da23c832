/*
row: one combination of codes that the district's list refuses, in a fiscal year
description: >
  The list is the district's own, from its state's table; without one nothing is looked at. A combination that no line
  has is looked at too.
*/
with ledger_lines as (
    select * from core.ledger_lines
),

refused_combinations as (
    select * from staging.refused_combinations
),

coded as (
    select
        ledger_lines.fiscal_year,
        segments.segment,
        segments.code,
        ledger_lines.source_id,
        ledger_lines.source_file_key,
        ledger_lines.record_no,
        ledger_lines.record_part,
        ledger_lines.amount,
    from ledger_lines
    cross join lateral (
        values
            ('fund', ledger_lines.fund_code),
            ('function', ledger_lines.function_code),
            ('object', ledger_lines.object_code),
            ('program', ledger_lines.program_code),
            ('project', ledger_lines.project_code)
    ) as segments(segment, code)
    semi join refused_combinations
        on (refused_combinations.first_segment = segments.segment and refused_combinations.first_code = segments.code)
        or (refused_combinations.second_segment = segments.segment and refused_combinations.second_code = segments.code)
),

found as (
    select
        refused_combinations.*,
        first_codes.fiscal_year,
        count(*) as lines,
        sum(first_codes.amount)::decimal(18,2) as amount,
    from refused_combinations
    inner join coded as first_codes
        on first_codes.segment = refused_combinations.first_segment
        and first_codes.code = refused_combinations.first_code
    inner join coded as second_codes
        on second_codes.segment = refused_combinations.second_segment
        and second_codes.code = refused_combinations.second_code
        and second_codes.source_id = first_codes.source_id
        and second_codes.source_file_key = first_codes.source_file_key
        and second_codes.record_no = first_codes.record_no
        and second_codes.record_part = first_codes.record_part
    group by all
)

select
    found.fiscal_year,
    format(
        '{} {} with {} {}', refused_combinations.first_segment, refused_combinations.first_code,
        refused_combinations.second_segment, refused_combinations.second_code
    ) as subject,
    quality_verdict(false, found.lines > 0) as verdict,
    1 as checked,
    if(verdict is null, 0, 1) as failed,
    format(
        '{} {} with {} {}: {}, lines: {:,}.', refused_combinations.first_segment, refused_combinations.first_code,
        refused_combinations.second_segment, refused_combinations.second_code, dollars_text(found.amount), found.lines
    ) as what,
from refused_combinations
left join found
    on found.first_segment = refused_combinations.first_segment
    and found.first_code = refused_combinations.first_code
    and found.second_segment = refused_combinations.second_segment
    and found.second_code = refused_combinations.second_code
