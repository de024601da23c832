-- Tables of purposes, their parts and their totals.

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
