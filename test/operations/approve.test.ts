import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { approveEdition } from '../../pipelines/operations/approve.ts';
import { sha256 } from '../../pipelines/runtime/canonical-json.ts';
import { Editions } from '../../pipelines/runtime/editions.ts';
import { temporaryFolder } from '../support/folders.ts';

const now = new Date('2026-09-01T12:00:00Z');
const by = 'Jane Doe, CFO';
const approve = (home: string, edition: string, more: { by?: string; note?: string } = {}) =>
  approveEdition({ home, edition, by, note: null, now, ...more });

/** An edition with one file and its DuckDB file. */
async function makeEdition(home: string, content: string): Promise<string> {
  const manifest = JSON.stringify({
    format: 1,
    label: content,
    files: { 'package/about.parquet': { sha256: sha256(content) } },
    built: { 'resource-map.duckdb': 'key', site: 'key' },
  });
  return await new Editions(home).add(manifest, async (folder) => {
    await mkdir(join(folder, 'package'));
    await writeFile(join(folder, 'package', 'about.parquet'), content);
    await writeFile(join(folder, 'resource-map.duckdb'), content);
  });
}

describe('approval', () => {
  test('lets readers see the edition, and tells the footer who said so and when', async () => {
    const home = await temporaryFolder();
    const edition = await makeEdition(home, 'final');
    const built = join(home, 'built');
    await mkdir(built);
    await writeFile(join(built, 'index.html'), '<p>');
    await new Editions(home).addSite(edition, built, { edition });

    const { pointer, already } = await approve(home, edition, { note: 'Ties out' });
    expect(already).toBe(false);
    const approval = { edition, approved_at: '2026-09-01T12:00:00.000Z', by, note: 'Ties out' };
    expect(pointer).toMatchObject(approval);
    expect(await new Editions(home).pointer.read()).toEqual(pointer);
    const footer = join(home, 'editions', edition, 'site', 'approval.json');
    expect(JSON.parse(await readFile(footer, 'utf8'))).toMatchObject(approval);
  });

  test('of what readers see already changes nothing, and says who approved it', async () => {
    const home = await temporaryFolder();
    const edition = await makeEdition(home, 'final');
    await approve(home, edition);
    const again = await approve(home, edition, { by: 'John Roe' });
    expect(again).toMatchObject({ already: true, pointer: { by, sequence: 1 } });
  });

  test('takes the first letters of an edition when only one begins so', async () => {
    const home = await temporaryFolder();
    const edition = await makeEdition(home, 'final');
    const { pointer } = await approve(home, edition.slice(0, 4));
    expect(pointer.edition).toBe(edition);
    await makeEdition(home, 'audited');
    await expect(approve(home, '')).rejects.toThrow('There is no edition');
  });

  test('of an edition that is not there names those that wait', async () => {
    const home = await temporaryFolder();
    await expect(approve(home, 'abc')).rejects.toThrow('No edition waits for approval');
    const [first, second] = [await makeEdition(home, 'a'), await makeEdition(home, 'b')];
    await approve(home, first);
    await expect(approve(home, 'nothing')).rejects.toThrow(
      `Waiting for approval, the newest first: ${second}.`,
    );
  });

  test.each([
    ['a file is missing', 'package/about.parquet', undefined],
    ['a file is another one', 'package/about.parquet', 'others'],
    ['the DuckDB file is missing', 'resource-map.duckdb', undefined],
    ['the manifest was changed', 'manifest.json', '{"format":1}'],
  ])('is refused when %s', async (_, file, text) => {
    const home = await temporaryFolder();
    const edition = await makeEdition(home, 'final');
    const path = join(home, 'editions', edition, file);
    await (text === undefined ? rm(path) : writeFile(path, text));
    await expect(approve(home, edition)).rejects.toThrow('is not whole');
    expect(await new Editions(home).pointer.read()).toBeUndefined();
  });

  test.each(['', '  ', 'automatic'])('needs the name of a person: "%s"', async (nobody) => {
    const home = await temporaryFolder();
    const edition = await makeEdition(home, 'final');
    await expect(approve(home, edition, { by: nobody })).rejects.toThrow('name of the person');
  });

  test('of two editions at once lets one win, and tells the other', async () => {
    const home = await temporaryFolder();
    const editions = [await makeEdition(home, 'a'), await makeEdition(home, 'b')];
    const ends = await Promise.allSettled(editions.map((edition) => approve(home, edition)));
    const lost = ends.flatMap((end) => (end.status === 'rejected' ? [String(end.reason)] : []));
    // The second may also come wholly after the first, and then it is the later word of a person.
    const pointer = await new Editions(home).pointer.read();
    expect(pointer?.sequence).toBe(2 - lost.length);
    for (const sentence of lost) expect(sentence).toContain('Readers were given another edition');
  });

  test('of an earlier edition brings it back', async () => {
    const home = await temporaryFolder();
    const [first, second] = [await makeEdition(home, 'a'), await makeEdition(home, 'b')];
    await approve(home, first);
    await approve(home, second);
    const { pointer } = await approve(home, first);
    expect(pointer).toMatchObject({ edition: first, sequence: 3, previous: second });
  });
});
