/*
row: the dollars per student of a site, of one fund or of all, as somebody has published them and as the ledger has them
key: [fiscal_year, site_id, fund_code]
partition: none
audience: analyst
answers: whether dollars per student agree with what was published before
description: >
  Figures that the district or its state has published itself, beside what the lines recorded at the site come to. They
  are compared and never used. Within one percent, and a dollar, they agree: the rest is rounding.
*/
with published as (
    select * from staging.published_per_student
    -- The first of a key, so that a figure sent twice is compared once.
    qualify row_number() over (
        partition by published_per_student.fiscal_year, published_per_student.site_id, published_per_student.fund_code
        order by published_per_student.source_id, published_per_student.source_file_key, published_per_student.record_no, published_per_student.record_part
    ) = 1
),

coded_lines as (
    select * from core.coded_lines
),

students as (
    select * from core.students
),

sites as (
    select * from core.sites
),

recorded as (
    select
        coded_lines.fiscal_year,
        coded_lines.site_id,
        coded_lines.fund_code,
        sum(coded_lines.amount) as amount,
    from coded_lines
    where coded_lines.status <> 'excluded'
    group by coded_lines.fiscal_year, coded_lines.site_id, coded_lines.fund_code
),

compared as (
    select
        published.fiscal_year,
        published.site_id,
        coalesce(published.fund_code, 'all') as fund_code,
        published.amount as published_per_student,
        students.students,
        round(coalesce(sum(recorded.amount), 0) / nullif(students.students, 0), 2)::decimal(18,2) as ledger_per_student,
    from published
    left join recorded
        on recorded.fiscal_year = published.fiscal_year
        and recorded.site_id = published.site_id
        and (published.fund_code is null or recorded.fund_code = published.fund_code)
    left join students
        on students.school_year = published.fiscal_year
        and students.site_id = published.site_id
    group by published.fiscal_year, published.site_id, published.fund_code, published.amount, students.students
)

select
    compared.fiscal_year,
    compared.site_id,
    coalesce(sites.site_name, compared.site_id) as site_name,
    compared.fund_code,
    compared.students,
    compared.published_per_student::decimal(18,2) as published_per_student,
    compared.ledger_per_student,
    abs(compared.published_per_student - compared.ledger_per_student)
        <= 1 + abs(compared.ledger_per_student) * 0.01 as agrees,
from compared
left join sites
    on sites.fiscal_year = compared.fiscal_year
    and sites.site_id = compared.site_id
-- Without students there is nothing to compare.
where compared.ledger_per_student is not null
