/*
row: one figure of a finding; of a finding that the files cannot give, one row without a figure
key: [finding_id, figure_id]
partition: none
audience: public
description: >
  What a board should know first, in sentences with their figures, each computed by a general rule from the tables
  of this package.
*/
with findings as (
    select * from marts.findings
)

select
    findings.finding_id,
    findings.position,
    findings.title,
    findings.available,
    findings.sentence,
    findings.page,
    findings.how_sure,
    findings.figure_id,
    findings.figure,
    findings.fiscal_year,
    findings.value,
    findings.unit,
from findings
