/*
rule: F10
title: Codes differ from the district's own list of codes in leading zeros alone.
severity: block
fix: Ask for the file as the finance system wrote it, or put the zeros back; format code columns as text before you save.
key: [fiscal_year, segment, code, what]
partition: fiscal_year
description: >
  The first code of a ledger line that the chart lacks, sites of the ledger that the site list lacks, and codes of lists in
  coding/. Rows whose cell itself shows what a spreadsheet did are set aside, and rules that name such a code are refused.
*/
with account_codes as (
    select * from core.account_codes
),

ledger_lines as (
    select * from core.ledger_lines
),

sites as (
    select * from core.sites
),

job_positions as (
    select * from staging.job_positions
),

project_sites as (
    select * from staging.project_sites
),

refused_combinations as (
    select * from staging.refused_combinations
),

listed as (
    select account_codes.fiscal_year, account_codes.segment, account_codes.code, ltrim(account_codes.code, '0') as bare
    from account_codes
    union all
    select sites.fiscal_year, 'site', sites.site_id, ltrim(sites.site_id, '0')
    from sites
    where sites.site_type <> 'unlisted'
),

named_everywhere as (
    select 'coding/jobs.csv' as place, 'job' as segment, job_positions.job_code as code from job_positions
    union
    select 'coding/project_sites.csv', 'project', project_sites.project_code from project_sites
    union
    select 'coding/project_sites.csv', 'site', project_sites.site_id from project_sites
    union
    select 'coding/refused_combinations.csv', refused_combinations.first_segment, refused_combinations.first_code
    from refused_combinations
    union
    select 'coding/refused_combinations.csv', refused_combinations.second_segment, refused_combinations.second_code
    from refused_combinations
),

named as (
    select distinct
        ledger_lines.fiscal_year,
        'the ledger' as place,
        ledger_lines.unknown_segment as segment,
        case ledger_lines.unknown_segment
            when 'fund' then ledger_lines.fund_code
            when 'function' then ledger_lines.function_code
            when 'object' then ledger_lines.object_code
            when 'program' then ledger_lines.program_code
            when 'project' then ledger_lines.project_code
            when 'job' then ledger_lines.job_code
        end as code,
    from ledger_lines
    where ledger_lines.unknown_segment is not null
    union all
    select sites.fiscal_year, 'the ledger', 'site', sites.site_id
    from sites
    where sites.site_type = 'unlisted'
    union all
    select years.fiscal_year, named_everywhere.place, named_everywhere.segment, named_everywhere.code
    from named_everywhere
    cross join (select distinct listed.fiscal_year from listed) as years
),

lost as (
    select named.fiscal_year, named.place, named.segment, named.code, min(listed.code) as listed_code
    from named
    inner join listed
        on listed.fiscal_year = named.fiscal_year
        and listed.segment = named.segment
        and listed.bare = ltrim(named.code, '0')
    group by all
    having not bool_or(listed.code = named.code)
)

select
    format(
        'Fiscal year {}: {} has the {} code {}, the list of codes has {}.',
        lost.fiscal_year,
        lost.place,
        lost.segment,
        lost.code,
        lost.listed_code
    ) as what,
    lost.fiscal_year,
    lost.segment,
    lost.code,
from lost
