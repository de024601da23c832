/*
row: one finding that the files of this district cannot give
key: [finding_id]
partition: none
audience: analyst
description: >
  A question without an answer, with the reason in plain words: which file is missing, or how many years. A finding
  whose files are there but whose rule finds nothing is not in here: then there is nothing to tell.
*/
with evidence as (
    select * from marts.evidence
)

select
    gaps.finding_id,
    gaps.title,
    gaps.sentence,
from evidence
cross join lateral (
    values
        (
            'professional_learning',
            'Professional learning',
            not evidence.has_professional_learning,
            'No dollars of these files are coded to professional learning.'
        ),
        (
            'alike_schools',
            'Two schools that look equal',
            not evidence.has_central_people_and_grants,
            'These files do not say where centrally paid people and grants work: staff assignments, payroll and the sites of each grant are missing.'
        ),
        (
            'need',
            'Dollars and need',
            not evidence.has_need_quarters,
            'It takes at least eight elementary schools with dollars, enrollment and low-income students in the same year; these files have fewer.'
        ),
        (
            'central_office',
            'Central office',
            not evidence.has_several_years,
            'A change of the central office takes at least two years of the ledger; these files have one.'
        ),
        (
            'outlier_school',
            'A school far above the others',
            not evidence.has_school_dollars,
            'Dollars per student take a ledger that names schools and a count of their students; these files lack one of the two.'
        ),
        (
            'moved_function',
            'What moved most since last year',
            not (evidence.has_several_years and evidence.has_functions),
            'What moved takes two years of a ledger with functions; these files have '
            || if(evidence.has_several_years, 'no functions.', 'one year.')
        ),
        (
            'results_relation',
            'Results beside dollars',
            not evidence.has_relations,
            'A relation takes results and dollars of at least eight schools of one grade span; these files have fewer.'
        )
) as gaps(finding_id, title, missing, sentence)
where gaps.missing
