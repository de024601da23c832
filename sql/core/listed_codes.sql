/*
row: one code that the chart of accounts lists, or one site of the site list, in a fiscal year
key: [fiscal_year, segment, code]
partition: fiscal_year
audience: analyst
description: >
  What codes are held against: a code that differs from one of these in leading zeros alone was changed by a spreadsheet.
  Units that only the ledger names are not listed.
*/
with account_codes as (
    select * from core.account_codes
),

sites as (
    select * from core.sites
)

select account_codes.fiscal_year, account_codes.segment, account_codes.code
from account_codes

union all

select sites.fiscal_year, 'site' as segment, sites.site_id as code
from sites
where sites.site_type <> 'unlisted'
