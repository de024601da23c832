import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { currentEditionId, isWhole } from '../support/edition.ts';
import { inventSmallDistrict } from '../support/invented.ts';
import { countLines, runAndKill, runLogText } from '../support/kill.ts';
import { openMapDatabase } from '../support/map-database.ts';
import { scratchFolder } from '../support/scratch.ts';

const root = scratchFolder('kills');
const district = 'district';
/** What readers saw before: an edition of the same files with another label. */
const before = join(root, 'before');
/** The same, with a store in which everything but the publish is made. */
const made = join(root, 'made');
const home = join(root, 'home');
const outputs = join(home, district);
let folder: string;
let earlier: string;
let undisturbed: string;
let publishLine: number;

const refresh = (into: string, ...more: string[]): string[] => [
  'refresh',
  folder,
  '--home',
  into,
  '--no-site',
  ...more,
];

async function done(into: string, ...more: string[]): Promise<string> {
  const result = await runCommand(refresh(into, ...more));
  expect(result.code, result.output).toBe(0);
  return currentEditionId(into, district) ?? '';
}

beforeAll(async () => {
  folder = await inventSmallDistrict(root);
  earlier = await done(before, '--label', 'preliminary');
  cpSync(before, made, { recursive: true });
  for (const name of ['store', 'runs']) {
    rmSync(join(before, district, name), { recursive: true });
  }
  cpSync(before, home, { recursive: true });
  undisturbed = await done(home);
  const log = runLogText(outputs);
  publishLine = countLines(log.slice(0, log.search(/"asset":"publish".*"state":"running"/)));
  expect(undisturbed).not.toBe(earlier);
});

async function killed(template: string, due: () => boolean): Promise<void> {
  // A publish takes milliseconds: what was missed is tried again.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    rmSync(home, { recursive: true });
    cpSync(template, home, { recursive: true });
    rmSync(join(outputs, 'runs'), { recursive: true, force: true });
    const result = await runAndKill(refresh(home), due);
    if (result.killed && result.code === null) return;
  }
  throw new Error('The run always ended before it could be killed.');
}

/** What must hold after any kill: readers see a whole edition, and the next refresh ends as if nothing had happened. */
async function expectRecovery(): Promise<void> {
  const seen = currentEditionId(home, district) ?? '';
  expect([earlier, undisturbed]).toContain(seen);
  expect(isWhole(home, district, seen)).toBe(true);
  const engine = await openMapDatabase(join(outputs, 'editions', seen));
  expect(await engine.rows('select count(*) > 0 as there from map.release.spending')).toEqual([
    { there: true },
  ]);
  engine.close();
  expect(await done(home)).toBe(undisturbed);
  expect(isWhole(home, district, undisturbed)).toBe(true);
  for (const folderOf of ['store/.private', 'editions/.private']) {
    const path = join(outputs, folderOf);
    expect(existsSync(path) ? readdirSync(path) : []).toEqual([]);
  }
}

describe('a refresh that is killed (kill -9)', () => {
  it.each(Array.from({ length: 15 }, (_, i) => i))(
    'while it works, at mark %i of 15 in its run log',
    async (part) => {
      const line = 1 + Math.floor((part * (publishLine - 2)) / 14);
      await killed(before, () => countLines(runLogText(outputs)) >= line);
      await expectRecovery();
    },
  );

  it.each([
    ['when its publish starts', () => countLines(runLogText(outputs)) > publishLine],
    [
      'while the edition is put together',
      () => readdirSync(join(outputs, 'editions/.private')).length > 0,
    ],
    ['when the edition is there', () => existsSync(join(outputs, 'editions', undisturbed))],
    ['when the pointer is claimed', () => existsSync(join(outputs, 'approvals/2.json'))],
    ['when the pointer has moved', () => currentEditionId(home, district) === undisturbed],
  ] as const)('inside publish: %s', async (_, due) => {
    await killed(made, due);
    await expectRecovery();
  });
});
