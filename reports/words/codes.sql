-- The words that readers see in place of codes, and the order of those that have one.

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

create macro words.grade(code) as case
    when code = 'ALL' then 'All grades'
    when regexp_matches(code, '^[0-9]+$') then 'Grade ' || ltrim(code, '0')
    else 'Grade ' || code
end;

create macro words.control(code) as case code
    when 'school' then 'The school decides'
    when 'formula' then 'Given to the school by formula, its use fixed'
    when 'central' then 'The central office decides'
    when 'contract_or_law' then 'Set by contract or law'
    when 'grantor' then 'Set by the grantor'
    else 'Not known'
end;

create macro words.work(code) as case code
    when 'school' then 'Work in schools'
    when 'school_support' then 'Support to schools'
    else 'Central office'
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

-- Of a quality rule that fared differently in different years, the first of these is what became of it.
create macro words.rule_rank(status) as case status
    when 'failed' then 1
    when 'warned' then 2
    when 'overridden' then 3
    when 'passed' then 4
    else 5
end;
