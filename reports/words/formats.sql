-- How numbers, days, texts and paths are written.

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

create macro words.figure(value, unit) as case unit
    when 'dollars' then words.dollars(value)
    when 'dollars per student' then words.dollars(value) || ' per student'
    when 'share' then words.percent(value)
    when 'students' then words.count(value) || ' students'
    when 'count' then words.count(value)
    else format('{:.2f}', value)
end;

create macro words.result(value, rating, unit) as case
    when rating is not null then rating
    when value is null then null
    when unit = 'percent' then format('{:.1f}%', value)
    else format('{:,.1f}', value)
end;

-- How far a year has come: by its last posting, or by its last period where no line names a day.
create macro words.through(day, period) as
    coalesce('through ' || strftime(day, '%B %-d, %Y'), 'through period ' || period || ' of 12');

-- A path of this site as its own links have it: with a slash at its end.
create macro words.page(path) as regexp_replace(path, '/?(#.*)?$', '/\1');

create macro words.sentence_case(x) as upper(left(x, 1)) || substr(x, 2);
