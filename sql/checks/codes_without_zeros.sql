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
with listed_codes as (
    select * from core.listed_codes
),

own_list_codes as (
    select * from core.own_list_codes
),

ledger_lines as (
    select * from core.ledger_lines
),

sites as (
    select * from core.sites
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
    select years.fiscal_year, own_list_codes.list_file, own_list_codes.segment, own_list_codes.code
    from own_list_codes
    cross join (select distinct listed_codes.fiscal_year from listed_codes) as years
),

lost as (
    select named.fiscal_year, named.place, named.segment, named.code, min(listed_codes.code) as listed_code
    from named
    inner join listed_codes
        on listed_codes.fiscal_year = named.fiscal_year
        and listed_codes.segment = named.segment
        and ltrim(listed_codes.code, '0') = ltrim(named.code, '0')
    group by all
    having not bool_or(listed_codes.code = named.code)
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
