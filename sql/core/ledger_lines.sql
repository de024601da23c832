/*
row: one line of the ledger, as a journal line or as a balance of an account, or of the budget
key: [fiscal_year, source_id, source_file_key, record_no, record_part]
partition: fiscal_year
audience: analyst
answers: dollars spent, committed and budgeted, on what, where, and by whose decision
description: >
  Every ledger line that was read, of every amount type, with its place in its file. Only these lines bring dollars
  into the map. A line names the first of its codes that the district's chart does not list; a segment of which the
  chart lists no code at all is not compared. A balance or a revised budget holds the whole year up to its period, so
  that a later one of the same source replaces it.
*/
with transactions as (
    select * from staging.gl_transactions
),

balances as (
    select * from staging.gl_balances
),

budget_lines as (
    select * from core.budget_lines
),

account_codes as (
    select * from core.account_codes
),

listed_segments as (
    select
        account_codes.fiscal_year,
        bool_or(account_codes.segment = 'fund') as lists_funds,
        bool_or(account_codes.segment = 'function') as lists_functions,
        bool_or(account_codes.segment = 'object') as lists_objects,
        bool_or(account_codes.segment = 'program') as lists_programs,
        bool_or(account_codes.segment = 'project') as lists_projects,
        bool_or(account_codes.segment = 'job') as lists_jobs,
    from account_codes
    group by account_codes.fiscal_year
),

-- Each balance, and each line of a revised budget, is a picture of the whole year up to its period.
pictures as (
    select
        *,
        'gl_balances' as extract,
        -- Balances of one period may be printed on different days, by fund: only the period tells which is later.
        {'period': balances.fiscal_period, 'day': null::date} as taken,
    from balances
    union all by name
    select *, 'budget_lines' as extract, {'period': budget_lines.fiscal_period, 'day': budget_lines.as_of_date} as taken
    from budget_lines
),

latest as (
    select pictures.extract, pictures.source_id, pictures.amount_type, max(pictures.taken) as taken
    from pictures
    group by all
),

lines as (
    select *, 'gl_transactions' as extract, false as is_replaced from transactions
    union all by name
    select pictures.* exclude (taken), pictures.taken < latest.taken as is_replaced
    from pictures
    inner join latest
        on latest.extract = pictures.extract
        and latest.source_id = pictures.source_id
        and latest.amount_type = pictures.amount_type
)

select
    lines.fiscal_year,
    lines.source_id,
    lines.source_file_key,
    lines.record_no,
    lines.record_part,
    lines.extract,
    lines.amount_type,
    lines.fiscal_period,
    lines.fund_code,
    lines.function_code,
    lines.object_code,
    lines.program_code,
    lines.project_code,
    lines.job_code,
    lines.site_id,
    lines.account_string,
    lines.description,
    lines.vendor_name,
    lines.journal_id,
    lines.amount,
    case
        when listed_segments.lists_funds and lines.fund_code is not null and funds.code is null then 'fund'
        when listed_segments.lists_functions and lines.function_code is not null and functions.code is null then 'function'
        when listed_segments.lists_objects and lines.object_code is not null and objects.code is null then 'object'
        when listed_segments.lists_programs and lines.program_code is not null and programs.code is null then 'program'
        when listed_segments.lists_projects and lines.project_code is not null and projects.code is null then 'project'
        when listed_segments.lists_jobs and lines.job_code is not null and jobs.code is null then 'job'
    end as unknown_segment,
    lines.is_replaced,
from lines
left join listed_segments
    on listed_segments.fiscal_year = lines.fiscal_year
left join account_codes as funds
    on funds.segment = 'fund' and funds.fiscal_year = lines.fiscal_year and funds.code = lines.fund_code
left join account_codes as functions
    on functions.segment = 'function' and functions.fiscal_year = lines.fiscal_year and functions.code = lines.function_code
left join account_codes as objects
    on objects.segment = 'object' and objects.fiscal_year = lines.fiscal_year and objects.code = lines.object_code
left join account_codes as programs
    on programs.segment = 'program' and programs.fiscal_year = lines.fiscal_year and programs.code = lines.program_code
left join account_codes as projects
    on projects.segment = 'project' and projects.fiscal_year = lines.fiscal_year and projects.code = lines.project_code
left join account_codes as jobs
    on jobs.segment = 'job' and jobs.fiscal_year = lines.fiscal_year and jobs.code = lines.job_code
