import { columnsToMap } from '../contract/contract.ts';
import { extractNamed } from '../extracts/index.ts';
import { type ColumnMapping, columnsRead } from './column-mapping.ts';
import type { District } from './district.ts';
import { namedColumns } from './format.ts';
import type { SettingMistake } from './setting-mistake.ts';
import type { Source } from './source.ts';
import type { Path } from './yaml-lines.ts';
import { isTemplate, tokensOf } from './year-tokens.ts';

/** What one source says that does not fit its extract, its file, or the rest of the configuration. */
export function checkSource(
  district: District,
  source: Source,
  path: Path,
): readonly SettingMistake[] {
  return [
    ...checkTokens(district, source, path),
    ...checkColumns(district, source, path),
    ...checkRules(source, path),
  ];
}

function checkTokens(district: District, source: Source, path: Path): SettingMistake[] {
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

function checkColumns(district: District, source: Source, path: Path): SettingMistake[] {
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
function checkNames(source: Source, path: Path): SettingMistake[] {
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

/** What staging drops without a rule of the district, and counts under these names. */
const BUILT_IN_RULES: readonly string[] = [
  'keep',
  'blank_line',
  'repeated_header',
  'page_line',
  'empty_cell',
  'stands_already',
];

function checkRules(source: Source, path: Path): SettingMistake[] {
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
