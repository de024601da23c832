import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refreshDistrict } from '../support/command.ts';
import { currentEdition, isWhole } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeSmallDistrict } from '../support/small-district.ts';

it('of two refreshes at once with different settings one publishes, the other is told why not', async () => {
  const root = scratchFolder('two-refreshes');
  const district = join(root, 'district');
  const home = join(root, 'home');
  writeSmallDistrict(district);
  const refresh = (students: string) =>
    refreshDistrict(district, home, join(district, 'extracts'), '--set', `students=${students}`);

  const [one, other] = await Promise.all([refresh('students'), refresh('students_recounted')]);
  const said = one.output + other.output;
  expect(
    [one.code, other.code].filter((code) => code === 0),
    said,
  ).toHaveLength(1);
  const refused = one.code === 0 ? other : one;
  expect(refused.output).toMatch(
    /Another refresh published edition [0-9a-f]{12} while this one ran/,
  );
  expect(refused.output).toContain('fix: ');
  const published = currentEdition(home, 'small');
  expect(isWhole(home, 'small', published.id)).toBe(true);
  const students = one.code === 0 ? '40' : '44';
  const count = `select students from release.schools where site_id = 'S1' and fiscal_year = 2024`;
  expect(await published.figure(count)).toBe(students);

  const again = await refresh(one.code === 0 ? 'students_recounted' : 'students');
  expect(again.code, again.output).toBe(0);
  expect(await currentEdition(home, 'small').figure(count)).toBe(one.code === 0 ? '44' : '40');
});
