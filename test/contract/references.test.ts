import fc from 'fast-check';
import { expect, test } from 'vitest';
import { districtWith } from '../support/stage.ts';

const DISTRICT = `version: 1
district: { id: small, name: Small, state: OH }
map: { amount_type: actual, chart: [fund] }
sources:
  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: year }
      site_id: { from: site }
      site_name: { const: A site }
      site_type: { const: school }
      parent_site_id: { from: parent }
  - id: students
    extract: enrollment_counts
    file: students.csv
    columns:
      school_year: { from: year }
      site_id: { from: site }
      grade: { from: grade }
      student_group: { const: all }
      students: { from: students }
`;

const year = fc.constantFrom('2023', '2024', 'x');
const site = fc.constantFrom('A', 'B', 'C', 'D', 'a', '01', '1', ' B ', '');
const siteRow = fc.record({ year, site, parent: site });
const studentRow = fc.record({
  year,
  site,
  grade: fc.constantFrom('K', '01', 'ALL', ''),
  students: fc.constantFrom('5', '12', ''),
});

type SiteRow = { year: string; site: string; parent: string };
type StudentRow = { year: string; site: string; grade: string; students: string };

/** The lines of the rows set aside, by hand: what a cell lacks, then references, then repeated keys. */
function expectedSites(rows: readonly SiteRow[]): readonly number[] {
  const passing = rows.map((row) => row.year !== 'x' && row.site.trim() !== '');
  const known = new Set(rows.filter((_, i) => passing[i]).map((row) => row.site.trim()));
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    if (!passing[i]) return [i + 2];
    const key = `${row.year} ${row.site.trim()}`;
    const repeated = seen.has(key);
    seen.add(key);
    const parent = row.parent.trim();
    return repeated || (parent !== '' && !known.has(parent)) ? [i + 2] : [];
  });
}

function expectedStudents(
  rows: readonly StudentRow[],
  loaded: ReadonlySet<string>,
): readonly number[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, i) => {
    const where = row.site.trim();
    if (row.year === 'x' || where === '' || row.students === '') return [i + 2];
    const key = [row.year, where, row.grade === '' ? 'ALL' : row.grade].join(' ');
    const first = seen.get(key) ?? i;
    seen.set(key, first);
    return first !== i || !loaded.has(where) ? [i + 2] : [];
  });
}

test(
  'references and repeated keys agree with sets and maps over whole small files',
  { timeout: 60_000 },
  async () => {
    const files = fc.record({
      sites: fc.array(siteRow, { minLength: 1, maxLength: 9 }),
      students: fc.array(studentRow, { minLength: 1, maxLength: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(files, async ({ sites, students }) => {
        const csv = (header: string, rows: readonly object[]): string =>
          [header, ...rows.map((row) => Object.values(row).join(','))].join('\n');
        const extracts = {
          'extracts/sites.csv': csv(
            'year,site,parent',
            sites.map(({ year: y, site: s, parent: p }) => ({ y, s, p })),
          ),
          'extracts/students.csv': csv(
            'year,site,grade,students',
            students.map(({ year: y, site: s, grade: g, students: n }) => ({ y, s, g, n })),
          ),
        };
        const district = await districtWith(DISTRICT, extracts, { threads: 1 });
        try {
          const stagedSites = await district.stage('sites');
          const stagedStudents = await district.stage('students');
          const loaded = await stagedSites.rows('staging.organizations');
          const asideOf = async (staged: typeof stagedSites): Promise<readonly number[]> => {
            const rows = await staged.rows('staging.quarantined_rows');
            return [...new Set(rows.map((row) => Number(row['record_no'])))];
          };
          expect(await asideOf(stagedSites)).toEqual(expectedSites(sites));
          const names = new Set(loaded.map((row) => row['site_id'] as string));
          expect(await asideOf(stagedStudents)).toEqual(expectedStudents(students, names));
        } finally {
          await district.remove();
        }
      }),
      { numRuns: 12, seed: 7 },
    );
  },
);
