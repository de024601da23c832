-- One row for each figure of a finding that the files can give.
select
    finding_id,
    figure_id,
    figure,
    fiscal_year::varchar as fiscal_year,
    value,
    unit,
    words.figure(value, unit) as text,
    row_number() over (
        order by
            findings.position,
            finding_id,
            case unit when 'dollars' then 1 when 'dollars per student' then 2 when 'share' then 3 else 4 end,
            figure_id,
            fiscal_year
    )::integer as position,
from release.findings as findings
where available
order by 8
