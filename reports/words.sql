-- The words and formats of the pages' sentences, as macros of the file that the sources read.
create schema words;

create macro words.dollars(x) as
    case when x < 0 then '-' else '' end || '$'
    || case
        when abs(x) >= 999950000 then format('{:,.2f}B', abs(x) / 1000000000.0)
        when abs(x) >= 999950 then format('{:,.1f}M', abs(x) / 1000000.0)
        else format('{:,}', round(abs(x))::bigint)
    end;

create macro words.exact_dollars(x) as
    case when x < 0 then '-' else '' end || '$'
    || format('{:,}', trunc(abs(x))::bigint)
    || '.' || right('0' || (round((abs(x) - trunc(abs(x))) * 100))::integer::varchar, 2);

create macro words.count(x) as format('{:,}', round(x)::bigint);

create macro words.percent(x) as format('{:.1f}%', x * 100.0);

create macro words.grade_span(code) as case code
    when 'elementary' then 'Elementary'
    when 'k8' then 'K-8'
    when 'middle' then 'Middle'
    when 'high' then 'High'
    when 'k12' then 'K-12'
    else 'Other'
end;

create macro words.grade_span_schools(code) as case
    when code in ('elementary', 'middle', 'high') then 'All ' || code || ' schools'
    when code in ('k8', 'k12') then 'All ' || words.grade_span(code) || ' schools'
    else 'All other schools'
end;

create macro words.grade_span_position(code) as case code
    when 'elementary' then 1
    when 'k8' then 2
    when 'middle' then 3
    when 'high' then 4
    when 'k12' then 5
    else 6
end;

-- How far a year has come: by its last posting, or by its last period where no line names a day.
create macro words.through(day, period) as
    coalesce('through ' || strftime(day, '%B %-d, %Y'), 'through period ' || period || ' of 12');

create macro words.control(code) as case code
    when 'school' then 'The school decides'
    when 'formula' then 'Given to the school by formula, its use fixed'
    when 'central' then 'The central office decides'
    when 'contract_or_law' then 'Set by contract or law'
    when 'grantor' then 'Set by the grantor'
    else 'Not known'
end;

create macro words.grade(code) as case
    when code = 'ALL' then 'All grades'
    when regexp_matches(code, '^[0-9]+$') then 'Grade ' || ltrim(code, '0')
    else 'Grade ' || code
end;

create macro words.work(code) as case code
    when 'school' then 'Work in schools'
    when 'school_support' then 'Support to schools'
    else 'Central office'
end;

-- A table of purposes: what a row is, by `grouping(operating, purpose_id, child_purpose_id)`.
create macro words.purpose_kind(level) as case level
    when 0 then 'part'
    when 1 then 'purpose'
    when 3 then 'subtotal'
    else 'total'
end;

create macro words.purpose_row(kind, purpose, part, total) as case kind
    when 'part' then part
    when 'purpose' then purpose
    when 'subtotal' then 'All operating dollars'
    else total
end;

-- Where it stands: what is not yet assigned comes last of the operating dollars, and others come after their sum.
create macro words.purpose_section(kind, operating, purpose_id) as case
    when kind = 'total' then 5
    when kind = 'subtotal' then 3
    when not operating then 4
    when purpose_id = 'not_yet_assigned' then 2
    else 1
end;

create macro words.amount_type(code) as case code
    when 'actual' then 'Spent'
    when 'actual_estimated' then 'Expected to be spent'
    when 'encumbrance' then 'Encumbered'
    when 'pre_encumbrance' then 'Requested, not yet ordered'
    when 'budget_original' then 'Original budget'
    when 'budget_adjustment' then 'Budget change'
    when 'budget_revised' then 'Revised budget'
    when 'budget_proposed' then 'Proposed budget'
    else code
end;

create macro words.how_sure(code) as case code
    when 'named account' then 'By an account named in a rule'
    when 'project' then 'By the project'
    when 'job or assignment' then 'By the job or the assignment'
    when 'object or function' then 'By the function, object, program, fund or site'
    when 'description or vendor' then 'By the description or the vendor'
    when 'default' then 'By a default rule'
    else 'Not yet assigned'
end;

create macro words.figure(value, unit) as case unit
    when 'dollars' then words.dollars(value)
    when 'dollars per student' then words.dollars(value) || ' per student'
    when 'share' then words.percent(value)
    when 'students' then words.count(value) || ' students'
    when 'count' then words.count(value)
    else format('{:.2f}', value)
end;

-- A path of this site as its own links have it: with a slash at its end.
create macro words.page(path) as regexp_replace(path, '/?(#.*)?$', '/\1');

create macro words.sentence_case(x) as upper(left(x, 1)) || substr(x, 2);

create macro words.result(value, rating, unit) as case
    when rating is not null then rating
    when value is null then null
    when unit = 'percent' then format('{:.1f}%', value)
    else format('{:,.1f}', value)
end;
