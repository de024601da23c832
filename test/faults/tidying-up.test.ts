import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findGarbage } from '../../pipelines/operations/gc/garbage.ts';
import { refreshDistrict, runCommand } from '../support/command.ts';
import { currentEdition, isWhole } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

it('tidying up frees what no edition needs, and a refresh of the same files makes nothing again', async () => {
  const root = scratchFolder('tidying-up');
  const district = join(root, 'district');
  const home = join(root, 'home');
  writeSmallDistrict(district);
  changeFile(district, 'district.yaml', (text) => `${text}\npublish: approval\n`);
  const refresh = async (students: string) => {
    const places = [district, home, join(district, 'extracts')] as const;
    const set = ['--set', `students=${students}`, '--json'];
    const { code, stdout, output } = await refreshDistrict(...places, ...set);
    expect(code, output).toBe(0);
    return JSON.parse(stdout) as { edition: string; steps: { made?: number; reused?: number } };
  };

  const first = await refresh('students');
  const by = ['--by', 'Jane Doe', '--home', home];
  const approval = await runCommand(['approve', district, first.edition.slice(0, 6), ...by]);
  expect(approval.code, approval.output).toBe(0);
  await refresh('students_recounted');
  await refresh('students');

  // The edition of the recount is neither approved nor the last one. All steps but the last, which publishes, are kept.
  const args = [district, '--home', home, '--keep', '1', '--older-than', '0s', '--json'];
  const { code, stdout, output } = await runCommand(['gc', ...args, '--delete']);
  expect(code, output).toBe(0);
  const said = JSON.parse(stdout) as { frees: { steps: number }; stays: { steps: number } };
  expect(said.frees.steps).toBeGreaterThan(20);
  expect(said.stays.steps).toBe((first.steps.made ?? 0) - 1);

  const again = await refresh('students');
  expect(again.edition).toBe(first.edition);
  expect(again.steps.made ?? 0).toBe(0);
  expect(isWhole(home, 'small', currentEdition(home, 'small').id)).toBe(true);

  // Without the logs of the runs, the manifest and what each step read lead to the same steps.
  await rm(join(home, 'small', 'runs'), { recursive: true });
  const request = { home: join(home, 'small'), keep: 1, olderThan: 0, now: new Date() };
  const left = await findGarbage(request);
  expect(left.kept).toHaveLength(said.stays.steps);
  expect(left.steps).toEqual([]);
});
