import { describe, expect, test } from 'vitest';
import { districtYaml } from '../../transforms/profile/district-yaml.ts';
import { file, propose } from '../support/file-profile.ts';

const CODES = ['1010', '1020', '1030', '1040'];

/** A file without a header row: its columns have numbers for names. */
function headless(name: string, ...cells: readonly (readonly string[])[]) {
  const names = cells.map((_, i) => `column_${i + 1}`);
  const profile = file(name, Object.fromEntries(names.map((one, i) => [one, cells[i] ?? []])));
  return { ...profile, format: { type: 'csv' as const, header: false, columns: names } };
}

const names = ['ALDER SCHOOL', 'BIRCH SCHOOL', 'CEDAR SCHOOL', 'DOGWOOD SCHOOL'];
const sites = headless('school_information.csv', CODES, names, [
  '19103',
  '19104',
  '19103',
  '19104',
]);
const years = CODES.map(() => '2012-2013');
const students = headless(
  'school_enrollment.csv',
  CODES,
  years,
  ['95.7', '94.1', '96.0', '93.2'],
  ['485', '518', '687', '301'],
);
const shares = headless('school_enrollment_shares.csv', CODES, years, ['17.8', '15.3', '2.4', '9']);

const sourceOf = (proposal: ReturnType<typeof propose>, name: string) =>
  proposal.recognized.find(({ family }) => family.pattern === name)?.source;

describe('files without a header row', () => {
  const proposal = propose(sites, students, shares);

  test('sites and years are known by what stands in their columns', () => {
    expect(sourceOf(proposal, 'school_enrollment.csv')).toMatchObject({
      extract: 'enrollment_counts',
      format: { header: false },
      columns: {
        site_id: { from: 'column_1' },
        school_year: { from: 'column_2', year: 'range' },
        student_group: { const: 'all' },
      },
    });
  });

  test('students are asked for among whole numbers alone, and a name among words', () => {
    const asked = (column: string) =>
      proposal.questions.find(({ path }) => path.at(-1) === column)?.candidates;
    expect(asked('students')).toEqual(['column_4']);
    expect(asked('site_name')).toEqual(['column_2']);
  });

  test('shares in percent are asked for as shares, and of which group they are', () => {
    const { columns } = sourceOf(proposal, 'school_enrollment_shares.csv') ?? {};
    expect(columns).toMatchObject({
      share: { from: expect.stringMatching(/^QUESTION/), scale: 'percent' },
      student_group: { const: expect.stringMatching(/^QUESTION/) },
    });
  });

  test('what each column holds is told in words, without a cell of the file', () => {
    const text = districtYaml(proposal, 'district.schema.json');
    expect(text).toContain('column_2 years; column_3 numbers up to 100 with decimals, each once');
    expect(text).not.toContain('ALDER SCHOOL');
    expect(text).not.toContain('95.7');
  });
});
