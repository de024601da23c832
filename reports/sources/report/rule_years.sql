-- One row for each year in which a quality rule is broken, with what was found then.
select
    rule_id,
    fiscal_year,
    concat_ws(
        ' ',
        coalesce('Fiscal year ' || fiscal_year, 'All files') || ':',
        case
            when example is null then found_text
            when checked = 1 then example
            else found_text || ' For instance: ' || example
        end
    ) as found,
    override_reason as reason,
from release.quality_results
where rule_status in ('failed', 'warned', 'overridden')
order by rule_id, fiscal_year desc nulls first
