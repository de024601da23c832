import type { ColumnMappingInput } from '../config/column-mapping.ts';
import type { SourceInput } from '../config/source.ts';
import type { Proposing } from './propose-columns.ts';

type Columns = Readonly<Record<string, ColumnMappingInput>>;
type Keep = NonNullable<SourceInput['keep']>[number];

/** So many different words, and a column is one that tells kinds of rows apart. */
const FEW = 12;
/** Fewer repeated rows than this are slips of the sender: a check names them. */
const SLIPS = 0.02;

/** The records that are read where a file has others besides: groups of students that the map knows, one kind of result. */
export function proposeKeep(columns: Columns, proposing: Proposing): readonly Keep[] {
  const groups = knownGroups(columns, proposing);
  const kind = kindOfRows(columns, groups, proposing);
  return [...groups, ...kind];
}

function knownGroups(
  { student_group: group }: Columns,
  { family, questions, path }: Proposing,
): readonly Keep[] {
  if (group?.from === undefined || group.map === undefined || group.otherwise !== undefined)
    return [];
  const known = Object.keys(group.map);
  const values = family.profile.columns.find(({ name }) => name === group.from)?.values ?? [];
  const others = values.filter((value) => !known.includes(value)).sort();
  if (others.length === 0) return [];
  questions.wonder(
    [...path, 'keep'],
    `${group.from} of ${family.pattern} has other groups too: ${others.slice(0, 10).join(', ')}. Their rows are dropped and counted. If one of them is a group of these, add it to keep and map.`,
    [...new Set(Object.values(group.map).map(String))],
  );
  return [{ column: group.from, in: known }];
}

/** Where rows repeat what makes a row one, and a column of a few words tells them apart: a person says which are meant. */
function kindOfRows(
  columns: Columns,
  groups: readonly Keep[],
  { contract, candidate, family, questions, path }: Proposing,
): readonly Keep[] {
  const { columns: profiles, records = [] } = family.profile;
  const at = (name: string | undefined): number => profiles.findIndex((one) => one.name === name);
  const read = records.filter((record) =>
    groups.every(({ column, in: known }) => known.includes(record[at(column)] ?? '')),
  );
  const key = contract.key.flatMap((column) => columns[column]?.from ?? []).map(at);
  const mapped = new Set(Object.values(columns).flatMap(({ from }) => from ?? []));
  const repeated = (places: readonly number[]): number =>
    read.length -
    new Set(read.map((record) => places.map((i) => record[i] ?? '').join('\u0000'))).size;
  const label = candidate.wide?.label ?? '';
  const keyed = key.filter((place) => place >= 0);
  if (keyed.length < 2 && label === '') return [];
  if (repeated(keyed) <= SLIPS * read.length) return [];
  const telling = profiles.find(
    ({ name, complete, distinct, filled }) =>
      complete &&
      filled === records.length &&
      distinct > 1 &&
      distinct <= FEW &&
      !mapped.has(name) &&
      repeated([...keyed, at(name)]) === 0,
  );
  if (telling === undefined) return [];
  const grades =
    'grade' in contract.columns &&
    !('grade' in columns) &&
    telling.values.every((value) => /^(?:\d{1,2}|kg?|pk|all)$/i.test(value))
      ? ` If they are grades, write grade: { from: ${telling.name} } under columns in place of this.`
      : '';
  const which = questions.ask(
    [...path, 'keep'],
    `Rows that are alike otherwise differ in ${telling.name}. Which of them are meant?${grades}`,
    [...telling.values].sort(),
  );
  return [{ column: telling.name, in: [which] }];
}
