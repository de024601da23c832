/*
rule: K01
title: The same journal lines stand in two files of the ledger, so their dollars would count twice.
severity: block
fix: Take one of the two files out of the folder, or ask for files whose periods do not overlap.
key: [source_id, source_file_key, first_source_id, first_source_file_key]
partition: fiscal_year
description: >
  Within a file a repeated line is set aside; across files only this check sees it. A line is known by its journal and
  line number; a ledger without them is not compared.
*/
with gl_transactions as (
    select * from staging.gl_transactions
),

-- A year in one file needs no comparison, which on a large ledger is costly.
files as (
    select count(*) > 1 as are_several
    from (select distinct gl_transactions.source_id, gl_transactions.source_file_key from gl_transactions) as each_file
),

numbered as (
    select gl_transactions.*
    from gl_transactions
    cross join files
    where files.are_several
        and gl_transactions.journal_id is not null
        and gl_transactions.line_no is not null
),

repeated as (
    select
        numbered.fiscal_year,
        numbered.amount_type,
        numbered.journal_id,
        numbered.line_no,
        min({
            'source_id': numbered.source_id, 'source_file_key': numbered.source_file_key, 'record_no': numbered.record_no
        }) as first_line,
    from numbered
    group by
        numbered.fiscal_year,
        numbered.amount_type,
        numbered.journal_id,
        numbered.line_no
    having min((numbered.source_id, numbered.source_file_key)) <> max((numbered.source_id, numbered.source_file_key))
),

pairs as (
    select
        numbered.fiscal_year,
        numbered.source_id,
        numbered.source_file_key,
        repeated.first_line.source_id as first_source_id,
        repeated.first_line.source_file_key as first_source_file_key,
        count(*) as records,
        min({'record_no': numbered.record_no, 'first_record_no': repeated.first_line.record_no}) as example,
    from numbered
    inner join repeated
        on repeated.fiscal_year = numbered.fiscal_year
        and repeated.amount_type = numbered.amount_type
        and repeated.journal_id = numbered.journal_id
        and repeated.line_no = numbered.line_no
    where (numbered.source_id, numbered.source_file_key) <> (repeated.first_line.source_id, repeated.first_line.source_file_key)
    group by all
)

select
    format(
        'gl_transactions, fiscal year {}: records of source {} (file {}) that stand in source {} (file {}) too: {:,}; for instance record {}, there record {}.',
        pairs.fiscal_year, pairs.source_id, pairs.source_file_key, pairs.first_source_id, pairs.first_source_file_key,
        pairs.records, pairs.example.record_no, pairs.example.first_record_no
    ) as what,
    pairs.source_id,
    pairs.source_file_key,
    pairs.first_source_id,
    pairs.first_source_file_key,
from pairs
