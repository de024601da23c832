import { Document, isMap, isNode, isPair, isScalar, isSeq, type Node, YAMLMap } from 'yaml';
import type { Path } from '../config/yaml-lines.ts';
import type { Proposal, Recognized } from './propose-district.ts';
import { placeName } from './families.ts';
import type { Question } from './questions.ts';
import type { FileProfile } from './file-profile.ts';
import { columnsInWords, isWithoutHeader } from './without-header.ts';

const WIDTH = 110;
const YEARS =
  'The years in the rows of the ledger, whose file’s name says none: add the next one when it comes.';

/** The text of a first district.yaml: settings, the evidence for each source, and questions at their places. */
export function districtYaml(proposal: Proposal, schema: string): string {
  const document = new Document(proposal.district, { aliasDuplicateObjects: false });
  const sources = proposal.recognized.filter(({ source }) => source !== undefined);
  for (const [i, recognized] of sources.entries()) {
    comment(document, ['sources', i], evidenceLines(recognized));
    flowColumns(document.getIn(['sources', i, 'columns'], true));
    for (const key of ['format', 'number_format']) flow(document.getIn(['sources', i, key], true));
    const drop = document.getIn(['sources', i, 'drop'], true);
    for (const rule of isSeq(drop) ? drop.items : []) {
      for (const key of ['when', 'total_of']) if (isMap(rule)) flow(rule.get(key, true));
    }
    const keep = document.getIn(['sources', i, 'keep'], true);
    for (const rule of isSeq(keep) ? keep.items : []) flow(rule);
  }
  flow(document.getIn(['map', 'chart'], true));
  flow(document.getIn(['tolerances'], true));
  if (document.has('fiscal_years')) {
    flow(document.getIn(['fiscal_years'], true));
    comment(document, ['fiscal_years'], [YEARS]);
  }
  comment(
    document,
    ['tolerances'],
    [
      'A first map shows what has no purpose yet instead of stopping: write 0.02 when your rules are done.',
    ],
  );
  for (const question of proposal.questions)
    comment(document, question.path, questionLines(question));
  const head = [
    `# yaml-language-server: $schema=${schema}`,
    ...headLines(proposal),
    ...placelessLines(proposal),
  ];
  return `${head.join('\n')}\n${document.toString({ lineWidth: WIDTH, singleQuote: true })}`;
}

/** What a question says, for the file and for the screen. */
export function questionLines({ number, text, candidates, blocks }: Question): readonly string[] {
  const choice = candidates.length === 0 ? [] : [`  ${candidates.join(', ')}`];
  const how = blocks ? [] : ['  The file works without an answer.'];
  return [`QUESTION ${number}: ${text}`, ...choice, ...how];
}

function headLines({ questions }: Proposal): readonly string[] {
  const open = questions.filter(({ blocks }) => blocks);
  if (questions.length === 0) {
    return [
      '# A first configuration, made from the files themselves. Every setting: data/README.md.',
    ];
  }
  return [
    '# A first configuration, made from the files themselves. Every setting: data/README.md.',
    open.length === 0
      ? '# It can be used as it is. Questions stand where an answer would make it better:'
      : '# Write an answer in the place of each “QUESTION n”, take its comment away, and run: resource-map check',
    ...questions.map(({ number, text, path }) => `#   ${number}. ${text} (${placeOf(path)})`),
  ];
}

function placeOf(path: Path): string {
  return path.map((part) => (typeof part === 'number' ? part + 1 : part)).join(' › ');
}

function placelessLines({ recognized }: Proposal): readonly string[] {
  const without = recognized.filter(({ source }) => source === undefined);
  if (without.length === 0) return [];
  return [
    '#',
    '# Files that have no place here yet; if one of them is something the map needs, add a source for it:',
    ...without.map(({ family, candidates }) => {
      const [best] = candidates;
      const near = best === undefined ? '' : `, most like ${best.extract} (${best.score})`;
      const header = isWithoutHeader(family.profile) ? ', no header row' : '';
      return `#   ${placeName(family)}: ${family.profile.rows} rows${header}${near}`;
    }),
  ];
}

function evidenceLines({ family, candidates }: Recognized): readonly string[] {
  const [best] = candidates;
  if (best === undefined) return [];
  const many = family.files.length === 1 ? '' : `${family.files.length} files, `;
  return [
    `${many}${family.profile.rows} rows. Read as ${best.extract} (${best.score}):`,
    ...best.evidence.map((line) => `  ${line}`),
    ...headerLines(family.profile),
  ];
}

function headerLines(profile: FileProfile): readonly string[] {
  if (!isWithoutHeader(profile)) return [];
  return [
    '  It has no header row. Give its columns names under format, from the left, and use them under columns:',
    `  ${columnsInWords(profile)}`,
  ];
}

/** Puts lines above the setting at a path, below those that are there. */
function comment(document: Document, path: Path, lines: readonly string[]): void {
  const node = place(document, path);
  if (node === undefined || lines.length === 0) return;
  const text = lines.map((line) => ` ${line}`).join('\n');
  const before = node.commentBefore;
  node.commentBefore =
    before === undefined || before === null || before === '' ? text : `${before}\n${text}`;
}

/** The key of a setting, an element of a list, or the nearest thing above that is there. */
function place(document: Document, path: Path): Node | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path[length - 1];
    const parent =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    if (isMap(parent)) {
      const pair = parent.items.find(
        (item) => isPair(item) && isScalar(item.key) && item.key.value === key,
      );
      if (pair && isNode(pair.key)) return pair.key;
    }
    if (isSeq(parent) && typeof key === 'number') {
      const item = parent.items[key];
      if (isNode(item)) return item;
    }
  }
  return undefined;
}

/** A mapping of a column is one line, unless a comment stands in it. */
function flowColumns(columns: unknown): void {
  if (!isMap(columns)) return;
  for (const { value } of columns.items) flow(value);
}

function flow(node: unknown): void {
  if (!(node instanceof YAMLMap) && !isSeq(node)) return;
  node.flow = true;
}
