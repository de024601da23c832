import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runBatch } from '../../pipelines/local/batch.ts';
import type { BatchItem, BatchJob } from '../../pipelines/refresh/batch.ts';
import { findDistricts } from '../../pipelines/refresh/batch-districts.ts';
import type { EmbeddedPlace, RefreshRequest } from '../../pipelines/refresh/request.ts';
import type { RefreshResult } from '../../pipelines/refresh/result.ts';
import { Problem } from '../../transforms/problem.ts';
import { listExtracts } from '../../pipelines/runtime/extract-names.ts';
import { temporaryFolder } from '../support/folders.ts';

const configuration = (id: string, name: string): string => `
version: 1
district: { id: ${id}, name: ${name}, state: OH }
map: { amount_type: actual, chart: [fund] }
sources:
  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: Year }
      site_id: { from: Site }
      site_name: { from: Name }
      site_type: { const: school }
`;

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(join(folder, file, '..'), { recursive: true });
    await writeFile(join(folder, file), text);
  }
}

describe('the districts of a folder', () => {
  test('are those with a district.yaml, in order; one that cannot be read is told apart', async () => {
    const folder = await temporaryFolder();
    await write(folder, {
      'cedar/district.yaml': configuration('cedar', 'Cedar'),
      'alder/district.yaml': configuration('alder', 'Alder'),
      'birch/district.yaml': 'version: 2',
      'copy-of-alder/district.yaml': configuration('alder', 'Alder again'),
      'drafts/notes.txt': '',
      'README.md': '',
    });
    const { items, unreadable } = await findDistricts(folder, (district) => `${district}/files`);
    expect(items).toEqual(
      ['alder', 'cedar'].map((id) => ({
        district: id,
        year: null,
        name: id === 'alder' ? 'Alder' : 'Cedar',
        asks: {
          districtFolder: join(folder, id),
          extractsFolder: `${join(folder, id)}/files`,
        },
      })),
    );
    expect(unreadable.map(({ name, end }) => [name, end])).toEqual([
      ['birch', 'failed'],
      ['copy-of-alder', 'failed'],
    ]);
    expect(unreadable[1]?.why).toMatch(/The id alder is that of Alder too\./);
  });

  test('of which there are none are wrong usage', async () => {
    const folder = await temporaryFolder();
    await expect(findDistricts(folder, (district) => district)).rejects.toMatchObject({ exit: 2 });
  });
});

const request: RefreshRequest = {
  format: 1,
  districtFolder: '/nowhere',
  extractsFolder: '/nowhere',
  set: {},
  select: null,
  label: null,
  site: false,
  trigger: 'batch',
  schedule: null,
  files: null,
  years: null,
  publish: true,
  accept: [],
};

/** A batch of districts by these names; each has a file, but for `none`. */
async function jobOf(names: readonly string[], window: number): Promise<BatchJob> {
  const folder = await temporaryFolder();
  for (const name of names) if (name !== 'none') await write(folder, { [`${name}/sites.csv`]: '' });
  const items = names.map((name): BatchItem => {
    return { district: name, year: null, name, asks: { extractsFolder: join(folder, name) } };
  });
  return { kind: 'batch', name: 'some', summary: 'Some', request, items, window };
}

function placeWith(controller: AbortController, more: Partial<EmbeddedPlace> = {}): EmbeddedPlace {
  return {
    home: '/nowhere',
    environment: {},
    signal: controller.signal,
    say: () => undefined,
    follow: () => undefined,
    threads: 4,
    memoryLimit: undefined,
    ...more,
  };
}

const result = (end: RefreshResult['end']): RefreshResult => ({
  runId: '20260101T000000Z-00000000',
  district: { id: 'x', name: 'X', state: 'OH', time_zone: 'America/New_York' },
  home: '/nowhere',
  end,
  states: { made: 5 },
  failures: [],
  warnings: [],
  late: [],
  published: null,
  siteBuilt: false,
});

const silent = { started: () => undefined, ended: () => undefined };

describe('several refreshes in this process', () => {
  test('have a result each: one that fails, throws or has no files stops no other', async () => {
    const job = await jobOf(['alder', 'broken', 'none', 'cedar'], 1);
    const told: string[] = [];
    const results = await runBatch(
      job,
      placeWith(new AbortController()),
      {
        started: ({ name }) => told.push(`${name} started`),
        ended: ({ name }, { end }) => told.push(`${name} ${end}`),
      },
      async ({ extractsFolder }) => {
        await listExtracts(extractsFolder);
        if (!extractsFolder.endsWith('broken')) return result('made');
        throw new Problem({ code: 'secret_missing', what: 'It has no secret.', fix: 'Set it.' });
      },
    );
    expect(results.map(({ place, end }) => [place, end])).toEqual([
      [0, 'made'],
      [1, 'failed'],
      [2, 'no_files'],
      [3, 'made'],
    ]);
    expect(results[1]?.why).toBe('It has no secret. Set it.');
    expect(told).toEqual([
      'alder started',
      'alder made',
      'broken started',
      'broken failed',
      'none started',
      'none no_files',
      'cedar started',
      'cedar made',
    ]);
  });

  test('share what the process may use', async () => {
    const shares: string[] = [];
    const job = await jobOf(['alder', 'birch'], 5);
    const place = placeWith(new AbortController(), { memoryLimit: '8GB' });
    await runBatch(job, place, silent, async (_, { threads, memoryLimit }) => {
      shares.push(`${threads} threads, ${memoryLimit}`);
      return result('made');
    });
    expect(shares).toEqual(['2 threads, 4000MB', '2 threads, 4000MB']);
  });

  test('are stopped together: no further one begins', async () => {
    const controller = new AbortController();
    const job = await jobOf(['alder', 'birch', 'cedar'], 1);
    const results = await runBatch(job, placeWith(controller), silent, async () => {
      controller.abort();
      return result('cancelled');
    });
    expect(results).toEqual([{ place: 0, end: 'cancelled', why: 'before its end' }]);
  });
});
