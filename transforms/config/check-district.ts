import { columnsToMap } from '../contract/contract.ts';
import { extractNamed } from '../extracts/index.ts';
import { type ColumnMapping, columnsRead } from './column-mapping.ts';
import { checkQuality } from '../quality/settings.ts';
import type { District } from './district.ts';
import { namedColumns } from './format.ts';
import type { Source } from './source.ts';
import type { Path } from './yaml-lines.ts';
import { isTemplate, tokensOf } from './year-tokens.ts';

interface Mistake {
  readonly path: Path;
  readonly what: string;
}

/** What a configuration says that no schema of a single value can refuse. In the order of the file. */
export function checkDistrict(district: District): readonly Mistake[] {
  const year = district.parameters['fiscal_year'];
  const parameters: Mistake[] =
    year !== undefined && typeof year.default !== 'number'
      ? [{ path: ['parameters', 'fiscal_year', 'default'], what: 'fiscal_year must be a number.' }]
      : [];
  const seen = new Set<string>();
  const sources = district.sources.flatMap((source, i) => {
    const path: Path = ['sources', i];
    const repeated = seen.has(source.id);
    seen.add(source.id);
    return [
      ...(repeated
        ? [{ path: [...path, 'id'], what: `Two sources are called ${source.id}.` }]
        : []),
      ...checkTokens(district, source, path),
      ...checkColumns(district, source, path),
      ...checkRules(source, path),
    ];
  });
  return [
    ...parameters,
    ...sources,
    ...checkSchedules(district),
    ...checkArrivals(district),
    ...checkQuality(district.quality),
  ];
}

function checkSchedules({ schedules, parameters }: District): Mistake[] {
  const ids = schedules.map(({ id }) => id);
  return schedules.flatMap((schedule, i) => {
    const path: Path = ['schedules', i];
    const repeated = ids.indexOf(schedule.id) !== i;
    const settings = checkSettings(schedule.parameters, parameters, [...path, 'parameters']);
    return [
      ...(repeated
        ? [{ path: [...path, 'id'], what: `Two schedules are called ${schedule.id}.` }]
        : []),
      ...settings,
    ];
  });
}

/** What a start by itself says of parameters, as `--set` would. */
function checkSettings(
  given: Readonly<Record<string, string | number>>,
  parameters: District['parameters'],
  path: Path,
): Mistake[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const parameter = parameters[name];
    const what =
      parameter === undefined
        ? `There is no parameter ${name} under parameters.`
        : typeof parameter.default === 'number' && !/^\d{1,9}$/.test(String(value))
          ? `The parameter ${name} must be a whole number.`
          : undefined;
    return what === undefined ? [] : [{ path: [...path, name], what }];
  });
}

function checkArrivals({ arrivals, parameters, sources }: District): Mistake[] {
  if (arrivals === undefined) return [];
  const known = sources.map(({ id }) => id);
  return [
    ...arrivals.wait_for.flatMap((id, i) =>
      known.includes(id)
        ? []
        : [{ path: ['arrivals', 'wait_for', i], what: `There is no source ${id} under sources.` }],
    ),
    ...checkSettings(arrivals.parameters, parameters, ['arrivals', 'parameters']),
  ];
}

function checkTokens(district: District, source: Source, path: Path): Mistake[] {
  const known = (template: string, names: readonly string[]): boolean =>
    isTemplate(template) && tokensOf(template).every((token) => names.includes(token));
  const parameters = Object.keys(district.parameters);
  const file = { path: [...path, 'file'], template: source.file };
  // A file pattern captures the year itself; other texts need one that is known before a row is read.
  const yearKnown = [...parameters, ...tokensOf(source.file)];
  const texts = [
    ...source.keep.flatMap((rule, i) =>
      rule.in.map((template, j) => ({ path: [...path, 'keep', i, 'in', j], template })),
    ),
    ...Object.entries(source.columns).flatMap(([column, { const: text, map = {} }]) => {
      const at = [...path, 'columns', column];
      const words = Object.entries(map).map(([word, template]) => ({
        path: [...at, 'map', word],
        template,
      }));
      return text === undefined ? words : [{ path: [...at, 'const'], template: text }, ...words];
    }),
  ];
  const wrong = [
    ...(known(file.template, [...parameters, 'fiscal_year']) ? [] : [file]),
    ...texts.filter(({ template }) => !known(template, yearKnown)),
  ];
  return wrong.map(({ path: at }) => ({
    path: at,
    what:
      'A name in braces has no value here: use {fiscal_year} where the file name or a parameter gives ' +
      'the year, or the name of one of the parameters.',
  }));
}

function checkColumns(district: District, source: Source, path: Path): Mistake[] {
  const contract = extractNamed(source.extract);
  const at = (column: string): Path => [...path, 'columns', column];
  const mapped = Object.keys(source.columns);
  const unknown = mapped
    .filter((column) => !(column in contract.columns))
    .map((column) => ({ path: at(column), what: `${source.extract} has no column ${column}.` }));
  const missing = columnsToMap(contract, district.map.chart)
    .filter((column) => !mapped.includes(column))
    .map((column) => ({
      path: [...path, 'columns'],
      what: `The source ${source.id} does not say where ${column} comes from: ${source.extract} needs it.`,
    }));
  const groups = (contract.requireOneOf ?? [])
    .filter((group) => !group.some((column) => mapped.includes(column)))
    .map((group) => ({
      path: [...path, 'columns'],
      what: `The source ${source.id} must map at least one of: ${group.join(', ')}.`,
    }));
  const lookups = Object.entries(source.columns)
    .filter(([, { lookup }]) => lookup !== undefined && !(lookup in district.lookups))
    .map(([column]) => ({ path: at(column), what: 'There is no such lookup under lookups.' }));
  return [...unknown, ...missing, ...groups, ...lookups, ...checkNames(source, path)];
}

/** With named positions, a mapping that reads a name which is not there is found before any file is. */
function checkNames(source: Source, path: Path): Mistake[] {
  const positions = namedColumns(source.format);
  if (positions === undefined) return [];
  const made = source.reshape === undefined ? [] : [source.reshape.name, source.reshape.value];
  const reads = (mapping: ColumnMapping): boolean =>
    columnsRead(mapping).every((name) => positions.includes(name) || made.includes(name));
  return Object.entries(source.columns)
    .filter(([, mapping]) => !reads(mapping))
    .map(([column]) => ({
      path: [...path, 'columns', column],
      what: 'It reads a column that format.columns does not name.',
    }));
}

/** Rules that drop a record without being written down: see staging. */
const BUILT_IN_RULES: readonly string[] = [
  'keep',
  'blank_line',
  'repeated_header',
  'page_line',
  'empty_cell',
  'stands_already',
];

function checkRules(source: Source, path: Path): Mistake[] {
  const ids = source.drop.map((rule) => rule.id);
  return ids.flatMap((id, i) =>
    BUILT_IN_RULES.includes(id) || ids.indexOf(id) !== i
      ? [
          {
            path: [...path, 'drop', i, 'id'],
            what: `The rule id ${id} is taken: each rule of a source has its own, and ${BUILT_IN_RULES.join(', ')} are built in.`,
          },
        ]
      : [],
  );
}
