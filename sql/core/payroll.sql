/*
row: what one person was paid from one account for one kind of pay, at one site, in a fiscal year
key: [fiscal_year, staff_key, earn_code, fund_code, function_code, object_code, program_code, project_code, job_code, site_id]
partition: fiscal_year
audience: restricted
answers: where people work who are paid from central accounts, and payroll beside the salaries of the ledger
description: >
  Payroll, summed over the year. It never adds dollars to the map: it says who is paid from an account, which is how a
  central account follows its people to their schools, and it is compared with the ledger.
*/
with payroll_lines as (
    select * from staging.payroll_lines
),

earn_codes as (
    select * from staging.earn_codes
    -- The first of a key: checks.list_records_once refuses a second one, in words.
    qualify row_number() over (
        partition by earn_codes.earn_code
        order by earn_codes.source_id, earn_codes.source_file_key, earn_codes.record_no, earn_codes.record_part
    ) = 1
)

select
    payroll_lines.fiscal_year,
    payroll_lines.staff_key,
    payroll_lines.earn_code,
    earn_codes.pay_type,
    payroll_lines.fund_code,
    payroll_lines.function_code,
    payroll_lines.object_code,
    payroll_lines.program_code,
    payroll_lines.project_code,
    payroll_lines.job_code,
    payroll_lines.site_id,
    sum(payroll_lines.amount)::decimal(18,2) as amount,
from payroll_lines
left join earn_codes
    on earn_codes.earn_code = payroll_lines.earn_code
group by all
