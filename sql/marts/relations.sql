/*
row: one measure in one group of schools in a school year, in words
key: [school_year, measure, grade, school_level]
partition: none
audience: analyst
description: >
  The correlations as a sentence that a board member reads without a statistician. From 0.5 on a relation is called
  clear, from 0.3 on weak. Fewer than eight schools are not enough evidence.
*/
with correlations as (
    select * from marts.correlations
),

worded as (
    select
        correlations.*,
        correlations.measure_name
            || if(correlations.grade = 'ALL', '', ', grade ' || correlations.grade || ',') as result_words,
        case
            when correlations.correlation_with_dollars is null then 'cannot be compared with'
            when abs(correlations.correlation_with_dollars) < 0.3 then 'have no clear relation to'
            when abs(correlations.correlation_with_dollars) < 0.5 and correlations.correlation_with_dollars > 0 then 'rise a little with'
            when abs(correlations.correlation_with_dollars) < 0.5 then 'fall a little with'
            when correlations.correlation_with_dollars > 0 then 'rise clearly with'
            else 'fall clearly with'
        end as dollars_words,
        case
            when abs(correlations.correlation_with_need) < 0.3 then 'have no clear relation to'
            when abs(correlations.correlation_with_need) < 0.5 and correlations.correlation_with_need > 0 then 'rise a little with'
            when abs(correlations.correlation_with_need) < 0.5 then 'fall a little with'
            when correlations.correlation_with_need > 0 then 'rise clearly with'
            else 'fall clearly with'
        end as need_words,
        case correlations.school_level
            when 'elementary' then 'elementary schools'
            when 'k8' then 'K-8 schools'
            when 'middle' then 'middle schools'
            when 'high' then 'high schools'
            when 'k12' then 'K-12 schools'
            when 'all' then 'schools of all grade spans'
            else 'schools of another grade span'
        end as school_words,
    from correlations
)

select
    worded.school_year,
    worded.spending_year,
    worded.measure,
    worded.measure_name,
    worded.grade,
    worded.school_level,
    worded.schools,
    worded.enough_evidence,
    worded.correlation_with_need,
    worded.correlation_with_dollars,
    case
        when not worded.enough_evidence
            then format('Not enough evidence: {} {} have both results and dollars.', worded.schools, worded.school_words)
        when worded.correlation_with_need is null
            then format(
                'Among {} {}, values of {} {} dollars per student.',
                worded.schools, worded.school_words, worded.result_words, worded.dollars_words
            )
        else format(
            'Among {} {}, values of {} {} the share of low-income students and {} dollars per student.',
            worded.schools, worded.school_words, worded.result_words, worded.need_words, worded.dollars_words
        )
    end as sentence,
from worded
