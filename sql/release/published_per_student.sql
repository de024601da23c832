/*
row: the dollars per student of a site, of one fund or of all, as somebody has published them and as the ledger has them
key: [fiscal_year, site_id, fund_code]
partition: none
audience: public
description: >
  Published figures that the map was compared with. One that does not agree is named here, and is nowhere used. At a
  site with fewer students than the minimum only whether it agrees is told.
*/
with published_per_student as (
    select * from marts.published_per_student
),

about as (
    select * from marts.about
)

select
    published_per_student.fiscal_year,
    published_per_student.site_id,
    published_per_student.site_name,
    published_per_student.fund_code,
    if(hides_students(published_per_student.students, about.minimum_n), null, published_per_student.published_per_student) as published_per_student,
    if(hides_students(published_per_student.students, about.minimum_n), null, published_per_student.ledger_per_student) as ledger_per_student,
    published_per_student.agrees,
from published_per_student
cross join about
