/*
row: one line of the budget, in one of its versions
key: [fiscal_year, source_id, source_file_key, record_no, record_part]
partition: fiscal_year
audience: analyst
answers: the budget beside what was spent and committed, by purpose and by school
description: >
  The budget as amounts of a ledger: each version is an amount type of its own. A revised budget is a picture of the
  whole year up to its period, and stands under it; an adopted one under period 0.
*/
with budget_lines as (
    select * from staging.budget_lines
)

select
    budget_lines.fiscal_year,
    budget_lines.source_id,
    budget_lines.source_file_key,
    budget_lines.record_no,
    budget_lines.record_part,
    budget_amount_type(budget_lines.budget_version) as amount_type,
    coalesce(budget_lines.fiscal_period, 0) as fiscal_period,
    budget_lines.as_of_date,
    budget_lines.fund_code,
    budget_lines.function_code,
    budget_lines.object_code,
    budget_lines.program_code,
    budget_lines.project_code,
    budget_lines.job_code,
    budget_lines.site_id,
    budget_lines.account_string,
    budget_lines.description,
    budget_lines.amount,
from budget_lines
