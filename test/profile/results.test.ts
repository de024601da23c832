import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { standardsFolder } from '../../pipelines/runtime/product.ts';
import { MEASURE_NAMES } from '../../transforms/profile/names/values.ts';
import { file, propose } from '../support/file-profile.ts';

const SCHOOLS = ['0101', '0102', '0103'];
const sites = file('schools.csv', {
  FISCAL_YR: ['2024', '2024', '2024'],
  SCHOOL_CODE: SCHOOLS,
  SCHOOL_NAME: ['Alder', 'Birch', 'Cedar'],
});

/** A row for each school, group and, where there are any, kind. */
function results(name: string, groups: readonly string[], kinds: readonly string[] = []) {
  const rows = SCHOOLS.flatMap((school) =>
    groups.flatMap((group) =>
      (kinds.length === 0 ? [''] : kinds).map((kind) => ({ school, group, kind })),
    ),
  );
  return file(name, {
    year: rows.map(() => '2024'),
    school_code: rows.map(({ school }) => school),
    ...(kinds.length === 0 ? {} : { rate_type: rows.map(({ kind }) => kind) }),
    subgroup: rows.map(({ group }) => group),
    den: rows.map((_, i) => String(40 + i)),
    pct: rows.map((_, i) => (i === 1 ? '' : `0.${251 + i}`)),
    masking: rows.map((_, i) => (i === 1 ? '3.0' : '')),
  });
}

const sourceOf = ({ recognized }: ReturnType<typeof propose>) =>
  recognized.find(({ family }) => family.pattern.startsWith('state_'))?.source;

describe('a file of results', () => {
  const absent = propose(sites, results('state_chronic_absent.csv', ['ALL', 'EDS', 'FEM', 'BL7']));

  test('what was measured is in the file’s name, and shares of one become percents', () => {
    expect(sourceOf(absent)?.columns).toMatchObject({
      measure: { const: 'chronic_absence' },
      value: { from: 'pct', scale: 'share' },
    });
  });

  test('rows of groups that the map does not compare are left out, and a person is told', () => {
    expect(sourceOf(absent)).toMatchObject({
      keep: [{ column: 'subgroup', in: ['ALL', 'EDS'] }],
      columns: { student_group: { map: { ALL: 'all', EDS: 'low_income' } } },
    });
    expect(absent.questions.map(({ text }) => text).join()).toContain('BL7, FEM');
  });

  test('rows whose result the sender hides are left out by a rule, and so are those without one', () => {
    expect(sourceOf(absent)?.drop).toMatchObject([
      { id: 'hidden_by_sender', when: { masking: '~.' } },
      { id: 'no_result', when: { pct: '', masking: '' } },
    ]);
  });

  test('where rows differ in their kind alone, a person says which kind is meant', () => {
    const proposal = propose(sites, results('state_cgr.csv', ['ALL', 'EDS'], ['STD', 'EXT']));
    const asked = proposal.questions.find(({ text }) => text.includes('rate_type'));
    expect(asked).toMatchObject({ blocks: true, candidates: ['EXT', 'STD'] });
    expect(sourceOf(proposal)?.keep).toEqual([
      { column: 'rate_type', in: [`QUESTION ${asked?.number}`] },
    ]);
  });

  test('without a number of students, a person is told that all results will be hidden', () => {
    const { columns, ...rest } = results('state_chronic_absent.csv', ['ALL', 'EDS']);
    const { questions } = propose(sites, {
      ...rest,
      columns: columns.filter(({ name }) => name !== 'den'),
    });
    expect(questions.flatMap(({ candidates }) => candidates)).toContain('already_public: true');
    expect(absent.questions.flatMap(({ candidates }) => candidates)).not.toContain(
      'already_public: true',
    );
  });

  test('the words offered for what was measured are those of the shared list', () => {
    const lines = parse(readFileSync(join(standardsFolder, 'measures.csv')), { from: 2 });
    expect((lines as string[][]).map(([measure]) => measure)).toEqual(MEASURE_NAMES);
  });
});

describe('a list of codes', () => {
  const spending = file('school_spending.csv', {
    year: ['2024', '2024', '2024', '2024'],
    school_code: ['0101', '0102', '0103', '0103'],
    fund: ['100', '210', '220', '100'],
    object: ['5100', '5200', '5300', '5300'],
    amount: ['100.25', '250.50', '75.25', '5.00'],
  });
  const list = (codes: readonly string[]) =>
    file('code_desc.csv', { code: codes, description: codes.map((_, i) => `Word ${i}`) });
  const extractOf = (codes: readonly string[]) =>
    propose(sites, spending, list(codes)).recognized.find(
      ({ family }) => family.pattern === 'code_desc.csv',
    )?.source?.extract;

  test('is a chart of accounts where the ledger uses its codes, and none where it uses others', () => {
    expect(extractOf(['5100', '5200', '5300', '5400'])).toBe('account_codes');
    expect(extractOf(['EDS', 'SWD', 'FEM', 'K', '01'])).toBeUndefined();
  });
});
