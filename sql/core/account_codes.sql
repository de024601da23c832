/*
row: one code of one segment of the district's chart of accounts in a fiscal year
key: [fiscal_year, segment, code]
partition: fiscal_year
audience: public
description: >
  The district's own names for its account codes, so that a page can print a name beside a code.
*/
with account_codes as (
    select * from staging.account_codes
)

select
    account_codes.fiscal_year,
    account_codes.segment,
    account_codes.code,
    account_codes.code_name,
from account_codes
