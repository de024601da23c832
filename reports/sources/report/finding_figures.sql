-- One row for each figure of a finding that the files can give.
select
    finding_id,
    figure_id,
    figure,
    fiscal_year::varchar as fiscal_year,
    value,
    unit,
    words.figure(value, unit) as text,
from release.findings
where available
order by position, finding_id, fiscal_year, figure_id
