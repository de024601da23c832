import type { ColumnMappingInput } from '../config/column-mapping.ts';
import type { SourceInput } from '../config/source.ts';
import type { ColumnProfile } from './file-profile.ts';
import type { Proposing } from './propose-columns.ts';
import { normalName } from './words.ts';

type Drop = NonNullable<SourceInput['drop']>[number];
type Columns = Readonly<Record<string, ColumnMappingInput>>;

/** More different signs than this are no signs of what is hidden. */
const SIGNS = 6;

/** Rules that drop the rows of a list of results or shares that tell no number: the sender hides it, or has none. */
export function dropUntold(
  columns: Columns,
  { contract, candidate, family }: Proposing,
): readonly Drop[] {
  const wide = Object.keys(candidate.wide?.columns ?? {});
  if (wide.length > 1) return [];
  const name = wide[0] ?? valueColumn(contract.name, columns);
  const value = family.profile.columns.find((column) => column.name === name);
  if (value === undefined) return [];
  const { rows } = family.profile;
  const sign = signOfHiding(value.name, family.profile.columns, rows);
  return [
    ...(sign === undefined
      ? []
      : [
          {
            id: 'hidden_by_sender',
            when: { [sign.name]: '~.' },
            reason: 'The sender tells only a bound, or nothing, to protect students',
          },
        ]),
    ...(contract.name === 'outcome_aggregates' && value.filled < rows
      ? [
          {
            id: 'no_result',
            when: { [value.name]: '', ...(sign === undefined ? {} : { [sign.name]: '' }) },
            reason: 'The row has no result',
          },
        ]
      : []),
  ];
}

function valueColumn(extract: string, { value, share }: Columns): string | undefined {
  if (extract === 'outcome_aggregates') return value?.from;
  return extract === 'enrollment_counts' ? share?.from : undefined;
}

/** A column that marks some rows as hidden: named for this value before one that is named for none. */
function signOfHiding(
  value: string,
  columns: readonly ColumnProfile[],
  rows: number,
): ColumnProfile | undefined {
  const signs = columns.filter(
    ({ name, filled, distinct, complete }) =>
      /\b(?:masking|masked|mask|suppressed|suppression|redacted|hidden)\b/.test(normalName(name)) &&
      complete &&
      distinct > 0 &&
      distinct <= SIGNS &&
      filled < rows,
  );
  const own = signs.find(({ name }) => name.startsWith(`${value}_`));
  const one = signs.find(({ name }) => normalName(name).split(' ').length === 1);
  return own ?? one;
}

/** Results without a number of students are hidden, all of them, unless they are public already: a person is asked. */
export function wonderWhetherPublic(
  columns: Columns,
  { contract, candidate, questions, path }: Proposing,
): void {
  if (contract.name !== 'outcome_aggregates' || 'students' in columns) return;
  // A column that may hold them is asked for already.
  if (candidate.matches.some(({ column, score }) => column === 'students' && score > 0.6)) return;
  questions.wonder(
    path,
    'No column says how many students a result is about, so the map hides all of these results. Has your state or district published them already? If so, add the line below.',
    ['already_public: true'],
  );
}
