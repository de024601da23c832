/*
row: one code, or combination of codes, whose lines are not yet assigned, in a fiscal year
key: [fiscal_year, source_id, label]
partition: fiscal_year
audience: analyst
description: >
  What an analyst looks at after a refresh: codes of the ledger that no rule or chart knows yet, with their lines and
  dollars. A code that the chart of accounts lacks is named alone; otherwise the line's codes are named together.
*/
with coded_lines as (
    select * from core.coded_lines
),

ledger_lines as (
    select * from core.ledger_lines
),

unassigned as (
    select
        coded_lines.fiscal_year,
        coded_lines.source_id,
        coded_lines.amount,
        case ledger_lines.unknown_segment
            when 'fund' then 'fund ' || ledger_lines.fund_code
            when 'function' then 'function ' || ledger_lines.function_code
            when 'object' then 'object ' || ledger_lines.object_code
            when 'program' then 'program ' || ledger_lines.program_code
            when 'project' then 'project ' || ledger_lines.project_code
            when 'job' then 'job ' || ledger_lines.job_code
            else coalesce(
                nullif(
                    concat_ws(
                        ', ',
                        'function ' || ledger_lines.function_code,
                        'object ' || ledger_lines.object_code,
                        'program ' || ledger_lines.program_code,
                        'project ' || ledger_lines.project_code,
                        'job ' || ledger_lines.job_code
                    ),
                    ''
                ),
                'no codes'
            )
        end as label,
        ledger_lines.unknown_segment,
    from coded_lines
    inner join ledger_lines
        on ledger_lines.fiscal_year = coded_lines.fiscal_year
        and ledger_lines.source_id = coded_lines.source_id
        and ledger_lines.source_file_key = coded_lines.source_file_key
        and ledger_lines.record_no = coded_lines.record_no
        and ledger_lines.record_part = coded_lines.record_part
    where coded_lines.status = 'not_yet_assigned'
)

select
    unassigned.fiscal_year,
    unassigned.source_id,
    unassigned.label,
    bool_or(unassigned.unknown_segment is not null) as not_in_chart,
    count(*)::bigint as lines,
    sum(unassigned.amount)::decimal(18,2) as amount,
from unassigned
group by
    unassigned.fiscal_year,
    unassigned.source_id,
    unassigned.label
