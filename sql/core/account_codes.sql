/*
row: one code of one segment of the district's chart of accounts in a fiscal year
key: [fiscal_year, segment, code]
partition: fiscal_year
audience: analyst
answers: the names of accounts beside their codes, and the codes that the chart does not know
description: >
  The district's own names for its account codes, so that a page can print a name beside a code.
*/
with account_codes as (
    select * from staging.account_codes
    -- The first of a key: checks.list_records_once refuses a second one, in words.
    qualify row_number() over (
        partition by account_codes.fiscal_year, account_codes.segment, account_codes.code
        order by account_codes.source_id, account_codes.source_file_key, account_codes.record_no, account_codes.record_part
    ) = 1
)

select
    account_codes.fiscal_year,
    account_codes.segment,
    account_codes.code,
    account_codes.code_name,
from account_codes
