import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editionId, Editions } from '../../pipelines/runtime/editions.ts';
import { type Approval, PointerFile } from '../../pipelines/runtime/pointer.ts';
import { temporaryFolder } from '../support/folders.ts';

const approval: Approval = { approved_at: '2026-09-01T00:00:00.000Z', by: 'test', note: null };

describe('publishing', () => {
  test('numbers each pointer and remembers the one before', async () => {
    const folder = await temporaryFolder();
    const pointer = new PointerFile(folder);
    const first = await pointer.publish('aaa', null, approval);
    const second = await pointer.publish('bbb', first.pointer.sequence, approval);
    expect(second.pointer).toMatchObject({ edition: 'bbb', sequence: 2, previous: 'aaa' });
    expect(await pointer.read()).toEqual(second.pointer);
    const approvals = (await readdir(join(folder, 'approvals'))).sort();
    expect(approvals).toEqual(['1.json', '2.json']);
  });

  test('the same edition is already published, and nothing moves', async () => {
    const pointer = new PointerFile(await temporaryFolder());
    await pointer.publish('aaa', null, approval);
    const again = await pointer.publish('aaa', null, approval);
    expect(again).toMatchObject({ already: true, pointer: { sequence: 1 } });
  });

  test('is refused when another edition was published since the run started', async () => {
    const pointer = new PointerFile(await temporaryFolder());
    await pointer.publish('aaa', null, approval);
    await expect(pointer.publish('bbb', null, approval)).rejects.toThrow(
      'Another refresh published edition aaa',
    );
    expect(await pointer.read()).toMatchObject({ edition: 'aaa', sequence: 1 });
  });

  test('of many at once, exactly one wins, and the pointer is at the winner', async () => {
    const folder = await temporaryFolder();
    for (let round = 0; round < 20; round += 1) {
      const seen = await new PointerFile(folder).settle();
      const tries = ['a', 'b', 'c', 'd', 'e'].map((name) =>
        new PointerFile(folder).publish(`${name}${round}`, seen?.sequence ?? null, approval),
      );
      const won = (await Promise.allSettled(tries)).filter((end) => end.status === 'fulfilled');
      expect(won).toHaveLength(1);
      const current = await new PointerFile(folder).read();
      expect(current).toEqual(won[0]?.value.pointer);
      expect(current?.sequence).toBe(round + 1);
    }
    const left = await readdir(join(folder, 'approvals'));
    expect(left.filter((name) => !/^\d+\.json$/.test(name))).toEqual([]);
  });

  test('a claim that its publisher did not live to finish is finished by the next', async () => {
    const folder = await temporaryFolder();
    const pointer = new PointerFile(folder);
    const { pointer: first } = await pointer.publish('aaa', null, approval);
    const claim = { ...first, edition: 'bbb', sequence: 2, previous: 'aaa' };
    await writeFile(join(folder, 'approvals', '2.json'), JSON.stringify(claim));

    expect(await pointer.settle()).toEqual(claim);
    expect(await pointer.read()).toEqual(claim);
    await expect(pointer.publish('ccc', first.sequence, approval)).rejects.toThrow(
      'published edition bbb',
    );
  });
});

describe('editions', () => {
  const manifest = '{"format":1}\n';

  test('an edition is there whole, or not at all', async () => {
    const editions = new Editions(await temporaryFolder());
    await editions.open();
    const interrupted = editions.add(manifest, async (directory) => {
      await writeFile(join(directory, 'half'), 'x');
      throw new Error('killed');
    });
    await expect(interrupted).rejects.toThrow('killed');
    expect(await editions.has(editionId(manifest))).toBe(false);
    expect(await readdir(join(editions.home, 'editions', '.private'))).toEqual([]);

    const edition = await editions.add(manifest, (directory) =>
      writeFile(join(directory, 'file'), 'x'),
    );
    expect(edition).toBe(editionId(manifest));
    expect((await readdir(editions.folder(edition))).sort()).toEqual(['file', 'manifest.json']);
  });

  test('the same content is made once', async () => {
    const editions = new Editions(await temporaryFolder());
    let filled = 0;
    const fill = async (): Promise<void> => void (filled += 1);
    await editions.add(manifest, fill);
    await editions.add(manifest, fill);
    expect(filled).toBe(1);
  });

  test('a site joins later, and its footer is told who approved', async () => {
    const folder = await temporaryFolder();
    const editions = new Editions(join(folder, 'home'));
    const edition = await editions.add(manifest, async () => {});
    const { pointer } = await editions.pointer.publish(edition, null, approval);
    await editions.noteApproval(pointer);
    expect(await editions.hasSite(edition)).toBe(false);

    await mkdir(join(folder, 'built'));
    await writeFile(join(folder, 'built', 'index.html'), '<p>');
    await editions.addSite(edition, join(folder, 'built'), { edition });
    await editions.noteApproval(pointer);
    const site = join(editions.folder(edition), 'site');
    expect((await readdir(site)).sort()).toEqual(['approval.json', 'edition.json', 'index.html']);
    expect(JSON.parse(await readFile(join(site, 'approval.json'), 'utf8'))).toEqual(pointer);
  });

  test('who accepted a check stands in the approval, and not in the site', async () => {
    const folder = await temporaryFolder();
    const editions = new Editions(join(folder, 'home'));
    const edition = await editions.add(manifest, async () => {});
    await mkdir(join(folder, 'built'));
    await writeFile(join(folder, 'built', 'index.html'), '<p>');
    await editions.addSite(edition, join(folder, 'built'), { edition });
    const at = '2026-11-02T09:00:00.000Z';
    const accepted = [{ check: 'rows', partition: 'all', by: 'Pat Ortiz', at }];
    const { pointer } = await editions.pointer.publish(edition, null, { ...approval, accepted });
    await editions.noteApproval(pointer);
    const first = await readFile(join(editions.home, 'approvals', '1.json'), 'utf8');
    expect(JSON.parse(first)).toMatchObject({ edition, accepted });
    const shown = await readFile(join(editions.folder(edition), 'site', 'approval.json'), 'utf8');
    expect(shown).toContain(edition);
    expect(shown).not.toContain('Pat Ortiz');
  });

  test('an edition for which nothing had to be accepted says nothing of it', async () => {
    const editions = new Editions(await temporaryFolder());
    const given = { ...approval, accepted: [] };
    const { pointer } = await editions.pointer.publish('aaa', null, given);
    expect(pointer).not.toHaveProperty('accepted');
  });
});
