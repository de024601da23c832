import type { ColumnMappingInput } from '../config/column-mapping.ts';
import type { Family } from './families.ts';
import { MEASURE_NAMES, measureInName, wordFor } from './names/values.ts';
import type { Proposing } from './propose-columns.ts';
import { wordsOf as wordsOfColumn } from './propose-words.ts';
import { normalName, wordsOf } from './words.ts';

/** What stands on every row where the file does not say it: from its name, or the only thing it can be. */
export function constantFor(name: string, proposing: Proposing): ColumnMappingInput | undefined {
  const { contract, family, questions, path } = proposing;
  const ask = (text: string): ColumnMappingInput => {
    const column = contract.columns[name];
    const words = column === undefined ? [] : wordsOfColumn(column);
    return { const: questions.ask([...path, 'columns', name], text, words) };
  };
  const words = nameWords(family);
  const has = (...some: readonly string[]): boolean => some.some((word) => words.includes(word));
  switch (name) {
    case 'fiscal_year':
    case 'school_year':
      return { const: '{fiscal_year}' };
    case 'snapshot_date':
    case 'as_of_date':
      return dayOfName(family);
    case 'amount_type':
      if (has('encumbrance', 'encumbrances', 'enc', 'orders')) return { const: 'encumbrance' };
      if (has('budget', 'budgets', 'allocation', 'allocations'))
        return { const: 'budget_original' };
      if (
        contract.name !== 'gl_balances' ||
        has('actual', 'actuals', 'expenditures', 'ytd', 'spending')
      ) {
        return { const: 'actual' };
      }
      return ask('What are these dollars: spent (actual), budgeted, or ordered and not yet paid?');
    case 'budget_version':
      if (has('proposed')) return { const: 'proposed' };
      if (has('revised', 'amended')) return { const: 'revised' };
      if (has('adopted', 'approved', 'original')) return { const: 'adopted' };
      return ask('Which budget is it: proposed, adopted or revised?');
    case 'source_document':
      return { const: `Trial balance, ${family.pattern.replaceAll(/[{}]/g, '')}` };
    case 'student_group':
      return { const: groupOfFile(words) };
    case 'measure':
      return { const: measureOfFile(words, proposing) };
    case 'site_type':
      if (has('school', 'schools', 'campus', 'campuses')) return { const: 'school' };
      if (!hasSchoolCodes(proposing)) return ask('What are the sites of this list?');
      questions.wonder(
        [...path, 'columns', name],
        'Are all sites of this list schools, as the name of its codes says? If not, name the column that tells.',
      );
      return { const: 'school' };
    case 'segment': {
      const found = words
        .map((word) => wordFor('segment', word))
        .find((word) => word !== undefined);
      return found === undefined
        ? ask('Which part of the account are these codes of?')
        : { const: found };
    }
    default:
      return undefined;
  }
}

/** One result in a file that has no column of it: by the file's name, else by a person's word. */
function measureOfFile(words: readonly string[], { family, questions, path }: Proposing): string {
  const at = [...path, 'columns', 'measure'];
  const found = measureInName(words);
  if (found === undefined) {
    const text =
      'What was measured? A word below, or one of your own with its name in coding/measures.csv. If a column says it, write from: and the column.';
    return questions.ask(at, text, MEASURE_NAMES);
  }
  const text = `Is ${found} what was measured, as the name of ${family.pattern} says?`;
  questions.wonder(at, text, [found, ...MEASURE_NAMES.filter((one) => one !== found)]);
  return found;
}

function hasSchoolCodes({ candidate }: Proposing): boolean {
  const codes = candidate.matches.find(({ column }) => column === 'site_id')?.from ?? '';
  return /\b(?:school|campus)\b/.test(normalName(codes));
}

/** The day that the names of files say, as `roster_2018-06-30`. */
function dayOfName({ pattern }: Family): ColumnMappingInput | undefined {
  const day = /(\{fiscal_year(?:-1)?\})[-_]?(0[1-9]|1[0-2])[-_]?([0-3]\d)(?!\d)/.exec(pattern);
  return day === null ? undefined : { const: `${day[1]}-${day[2]}-${day[3]}` };
}

/** A file of one group is named for it, such as `low_income.csv`; any other counts all students. */
function groupOfFile(words: readonly string[]): string {
  const text = normalName(words.join(' '));
  const groups = [
    ['low income', 'low_income'],
    ['english learner', 'english_learner'],
    ['special education', 'special_education'],
    ['gifted', 'gifted'],
  ] as const;
  return groups.find(([phrase]) => text.includes(phrase))?.[1] ?? 'all';
}

function nameWords({ pattern }: Family): readonly string[] {
  return wordsOf(pattern.replaceAll(/\{[^}]*\}|\.\w+$/g, ' '));
}

/** The part of the account that a list of codes is of, by the name of its file. */
export function constantSegment(family: Family): string | undefined {
  return nameWords(family)
    .map((word) => wordFor('segment', word))
    .find((word) => word !== undefined);
}
