/** The columns that name two files, the one that is told and the first that has the same record. */
export const TWO_FILES = [
  'source_id',
  'source_file_key',
  'first_source_id',
  'first_source_file_key',
] as const;

/** Records that were given a name and a key each, in a table expression `keyed`. */
interface Keyed {
  /** SQL of `keyed`: the columns below, and `source_id`, `source_file_key` and `record_no` of the file. */
  readonly sql: string;
  /** The column by which records are told apart before their keys. */
  readonly part: string;
  readonly key: readonly string[];
  /** What a part is called at the beginning of the sentence; SQL over `pairs`. */
  readonly name: string;
}

/**
 * Each file beside the first that has records of the same key: the first by source and file, so that it is the same one in
 * every run. Records are named by number alone, since a key may be a person.
 */
export function sentTwiceSql({ sql, part, key, name }: Keyed): string {
  const of = (table: string): string =>
    [part, ...key].map((column) => `${table}.${column}`).join(', ');
  const same = [part, ...key].map((column) => `repeated.${column} = keyed.${column}`);
  return `with keyed as (
${sql}
),

repeated as (
    select
        ${of('keyed')},
        min({
            'source_id': keyed.source_id, 'source_file_key': keyed.source_file_key, 'record_no': keyed.record_no
        }) as first_record,
    from keyed
    group by ${of('keyed')}
    having min((keyed.source_id, keyed.source_file_key)) <> max((keyed.source_id, keyed.source_file_key))
),

pairs as (
    select
        keyed.${part},
        keyed.source_id,
        keyed.source_file_key,
        repeated.first_record.source_id as first_source_id,
        repeated.first_record.source_file_key as first_source_file_key,
        count(*) as records,
        min({'record_no': keyed.record_no, 'first_record_no': repeated.first_record.record_no}) as example,
    from keyed
    inner join repeated
        on ${same.join('\n        and ')}
    where (keyed.source_id, keyed.source_file_key) <> (repeated.first_record.source_id, repeated.first_record.source_file_key)
    group by all
)

select
    format(
        '{}: records of source {} (file {}) that source {} (file {}) has too: {:,}; for instance record {}, there record {}.',
        ${name}, ${TWO_FILES.map((column) => `pairs.${column}`).join(', ')},
        pairs.records, pairs.example.record_no, pairs.example.first_record_no
    ) as what,
    ${[part, ...TWO_FILES].map((column) => `pairs.${column}`).join(',\n    ')},
from pairs`;
}
