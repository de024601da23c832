import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { StaticServer } from '../../pipelines/runtime/static-server.ts';
import { serveFolder } from '../support/serve-folder.ts';

const outside = mkdtempSync(join(tmpdir(), 'resource-map-'));
let server: StaticServer;

beforeAll(async () => {
  const folder = join(outside, 'site');
  await mkdir(join(folder, 'schools'), { recursive: true });
  await writeFile(join(outside, 'secret.txt'), 'secret');
  await writeFile(join(folder, 'index.html'), '<p>first');
  await writeFile(join(folder, 'schools', 'index.html'), '<p>schools');
  await writeFile(join(folder, 'data.parquet'), '0123456789');
  server = await serveFolder(folder, 0);
});

afterAll(async () => {
  server.close();
  await server.closed;
  rmSync(outside, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, server.url), { headers });

describe('the server of a report site', () => {
  test('serves pages of folders, and files with their type', async () => {
    expect(await (await ask('')).text()).toBe('<p>first');
    expect(await (await ask('schools/')).text()).toBe('<p>schools');
    const data = await ask('data.parquet');
    expect(data.headers.get('content-type')).toBe('application/vnd.apache.parquet');
  });

  test.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-3', 206, '789', 'bytes 7-9/10'],
    ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
    ['bytes=10-', 416, '', 'bytes */10'],
    ['bytes=0-1,4-5', 200, '0123456789', null],
  ])('a part of a file: %s', async (range, status, text, contentRange) => {
    const response = await ask('data.parquet', { range });
    expect(response.status).toBe(status);
    expect(await response.text()).toBe(text);
    expect(response.headers.get('content-range')).toBe(contentRange);
  });

  test('serves nothing outside its folder', async () => {
    for (const path of [
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      'missing.html',
      '%00',
      '%E0%A4%A',
    ]) {
      expect((await ask(path)).status).toBe(404);
    }
  });

  test('answers this machine alone', () => {
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });
});
