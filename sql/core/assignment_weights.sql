/*
row: the weight of one site for one account of people
key: [fiscal_year, driver_key, site_id]
partition: fiscal_year
audience: restricted
description: >
  Where the people work who are paid from an account that follows them: their pay in cents times 10,000, divided by the
  full-time parts of their assignments; at the site that payroll names, for a person without an assignment. Summed over
  people, and only for accounts that the ledger follows. Restricted all the same: where one person is paid from an
  account, its row is that person's pay.
*/
with coded_lines as (
    select * from core.coded_lines
),

payroll as (
    select * from core.payroll
),

assignments as (
    select * from core.assignments
),

needed as (
    select distinct
        coded_lines.fiscal_year,
        coded_lines.driver_key,
    from coded_lines
    where coded_lines.attribution = 'assignment'
),

pay as (
    select
        payroll.fiscal_year,
        payroll.staff_key,
        account_key(
            payroll.fund_code, payroll.function_code, payroll.object_code,
            payroll.program_code, payroll.project_code, payroll.job_code
        ) as driver_key,
        payroll.site_id,
        (sum(payroll.amount) * 100)::hugeint as cents,
    from payroll
    group by
        payroll.fiscal_year,
        payroll.staff_key,
        payroll.fund_code,
        payroll.function_code,
        payroll.object_code,
        payroll.program_code,
        payroll.project_code,
        payroll.job_code,
        payroll.site_id
    having sum(payroll.amount) > 0
),

places as (
    select
        assignments.fiscal_year,
        assignments.staff_key,
        assignments.site_id,
        (sum(assignments.fte) * 10000)::hugeint as fte,
        sum(sum(assignments.fte) * 10000) over (
            partition by assignments.fiscal_year, assignments.staff_key
        )::hugeint as fte_total,
    from assignments
    group by assignments.fiscal_year, assignments.staff_key, assignments.site_id
    having sum(assignments.fte) > 0
)

select
    pay.fiscal_year,
    pay.driver_key,
    coalesce(places.site_id, pay.site_id) as site_id,
    sum(coalesce(pay.cents * 10000 * places.fte // places.fte_total, pay.cents * 10000))::bigint as weight,
from pay
inner join needed
    on needed.fiscal_year = pay.fiscal_year
    and needed.driver_key = pay.driver_key
left join places
    on places.fiscal_year = pay.fiscal_year
    and places.staff_key = pay.staff_key
where coalesce(places.site_id, pay.site_id) is not null
group by pay.fiscal_year, pay.driver_key, coalesce(places.site_id, pay.site_id)
