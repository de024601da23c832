import { isRequired, type Column } from '../contract/kind.ts';
import { stagedName } from '../contract/staged-relation.ts';
import { type Extract, TIERS, type Tier } from './extract.ts';

/** What the rest of the program does with an extract: the tables that read it, and what they let a district see. */
export interface ExtractUse {
  readonly tables: readonly string[];
  readonly answers: readonly string[];
}

/** Every extract as a person who prepares the files wants to read of it, in Markdown. */
export function extractsMarkdown(
  extracts: readonly Extract[],
  useOf: (extract: string) => ExtractUse,
): string {
  const tiers = Object.keys(TIERS) as Tier[];
  return [
    '# Extracts',
    'Made by `npx resource-map dictionary --extracts > data/EXTRACTS.md`; do not edit it. The contracts are in `transforms/extracts`.',
    'A district sends what it has: every table that does not need a file is made without it. A file need not look like this. `columns:` in `district.yaml` says which of its columns is which of these, whatever they are called. Dollars are exact to the cent, days are written 2024-10-15, years are named by the calendar year in which they end, and codes are texts: a leading zero is data. Goals of the district’s plan are no extract; they stand in `coding/priorities.csv`.',
    ...tiers.map((tier) => tierTable(tier, extracts)),
    ...extracts.map((extract) => section(extract, useOf(extract.name))),
    '',
  ].join('\n\n');
}

function tierTable(tier: Tier, extracts: readonly Extract[]): string {
  const rows = extracts
    .filter((extract) => extract.tier === tier)
    .map(({ name, title, row }) => `| [\`${name}\`](#${name}) | ${title} | ${row} |`);
  return [
    `**${tier}: ${TIERS[tier]}**`,
    '',
    '| extract | what it is | one row |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function section(extract: Extract, { tables, answers }: ExtractUse): string {
  const { name, title, tier, row, key, insteadOf, list, note, columns } = extract;
  const facts = [
    `${title}. ${row}`,
    `- Tier ${tier}: ${TIERS[tier]}.`,
    key.length === 0
      ? '- Rows may repeat.'
      : `- No two rows have the same ${key.map((column) => `\`${column}\``).join(', ')}${extract.keyOnlyWhenMapped === true ? ', where the file has them all' : ''}.`,
    ...(insteadOf === undefined
      ? []
      : [`- Comes in place of, or beside: ${insteadOf.map((n) => `\`${n}\``).join(', ')}.`]),
    ...(list === true ? ['- May be the same file in every year.'] : []),
    ...(note === undefined ? [] : [`- ${note}`]),
    tables.length === 0
      ? '- No table reads it yet: its rows are checked and counted.'
      : `- Shows ${answers.join('; ')}. Read by ${tables.map((table) => `\`${table}\``).join(', ')}.`,
    ...(extract.requireOneOf ?? []).map(
      (group) => `- A row fills at least one of ${group.map((n) => `\`${n}\``).join(', ')}.`,
    ),
  ];
  return [
    `## ${name}`,
    facts[0],
    facts.slice(1).join('\n'),
    [
      '| column | kind | needed | unit | what may stand there | example | meaning |',
      '| --- | --- | --- | --- | --- | --- | --- |',
      ...Object.entries(columns).map(([column, of]) => columnRow(extract, column, of)),
    ].join('\n'),
  ].join('\n\n');
}

function columnRow({ example }: Extract, name: string, column: Column): string {
  const { kind, describe, unit } = column;
  const cells = [
    `\`${name}\``,
    kind.kind === 'enumeration' ? 'word' : kind.kind,
    neededWords(column),
    unit ?? kind.unit ?? '',
    allowedWords(column),
    example[name] === '' ? '' : `\`${example[name] ?? ''}\``,
    describe + keptWords(name, column),
  ];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function neededWords(column: Column): string {
  if (column.segment !== undefined) return `where the chart has it`;
  if (column.default !== undefined) return `else ${column.default}`;
  return isRequired(column) ? 'yes' : '';
}

function allowedWords({ kind, target }: Column): string {
  if (target !== undefined) return `in \`${target.extract}.${target.column}\``;
  if (kind.values !== undefined) return kind.values.map((value) => `\`${value}\``).join(', ');
  if (kind.form !== undefined) return kind.form;
  return kind.range === undefined ? '' : `${kind.range[0]} to ${kind.range[1]}`;
}

/** What becomes of a cell about a person. */
function keptWords(name: string, column: Column): string {
  if (column.checkedOnly === true) return ' Checked, and not kept.';
  return column.person === undefined ? '' : ` Kept as \`${stagedName(name, column)}\`.`;
}
