import { mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { FileLook } from '../../pipelines/operations/arrivals/look-for-files.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { type Line, writeLog } from '../support/run-logs.ts';
import { scratchFolder } from '../support/scratch.ts';

const root = scratchFolder('arrivals');
let count = 0;
let extracts = '';
let home = '';

const district = loadDistrict(
  `version: 1
district: { id: small-town, name: Small Town, state: OH }
map: { amount_type: actual, chart: [fund] }
arrivals: { settle: 10m, wait_for: [ledger, roster], wait_at_most: 3d }
sources:
  - id: ledger
    extract: gl_balances
    file: 'GL_{fiscal_year}.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      amount_type: { const: actual }
      fund_code: { from: Fund }
      amount: { from: Amount }
  - id: roster
    extract: account_codes
    file: 'roster.csv'
    columns:
      fiscal_year: { from: FY }
      segment: { const: fund }
      code: { from: Code }
      code_name: { from: Name }
`,
  'district.yaml',
);

beforeEach(() => {
  count += 1;
  extracts = join(root, `extracts${count}`);
  home = join(root, `home${count}`);
  mkdirSync(extracts);
});

function put(name: string, text: string): void {
  writeFileSync(join(extracts, name), text);
}

/** What a look finds so many seconds after the last of the files came. */
function look(seconds: number, files = new FileLook(), last = 'GL_2024.csv') {
  const now = new Date(statSync(join(extracts, last)).ctimeMs + seconds * 1000);
  const { arrivals: declared } = district;
  if (!declared) throw new Error('It declares arrivals.');
  const request = { extractsFolder: extracts, set: {} };
  return files.look({ district, declared, request, home }, now);
}

const key = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** A refresh that read these files, `source: text`. */
function readBy(hour: string, files: Readonly<Record<string, string>>, start: Line): void {
  const staged = Object.entries(files).map(([source, text], i): Line => ({
    second: i + 1,
    asset: 'staging.gl_balances',
    partition: `${source}/${key(text)}`,
    state: 'planned',
  }));
  const publish: Line = { second: 9, asset: 'publish', partition: 'all', state: 'planned' };
  writeLog(home, hour, [start, ...staged, publish]);
}

const begun: Line = { second: 0, event: 'run_started', about: {} };

test('files that have lain still long enough have arrived, and not before', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  expect(await look(599)).toMatchObject({ state: 'settling' });
  expect(await look(601)).toMatchObject({
    state: 'arrived',
    names: ['GL_2024.csv', 'roster.csv'],
  });
});

test('an old date that the sender gave a file does not make it lie still', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  utimesSync(join(extracts, 'GL_2024.csv'), new Date('2020-01-01'), new Date('2020-01-01'));
  expect(await look(300)).toMatchObject({ state: 'settling' });
});

test('a set that lacks a file which is waited for waits, and starts with what came after three days', async () => {
  put('GL_2024.csv', 'g1');
  expect(await look(3600)).toMatchObject({ state: 'waiting', for: ['roster'] });
  expect(await look(3 * 86_400 + 1)).toMatchObject({ state: 'arrived', names: ['GL_2024.csv'] });
});

test('each source that is waited for needs a new file, not only one that is there', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g2');
  readBy('2026-01-01T01', { ledger: 'g1', roster: 'r1' }, begun);
  expect(await look(3600)).toMatchObject({ state: 'waiting', for: ['roster'] });
  put('roster.csv', 'r2');
  expect(await look(3600, undefined, 'roster.csv')).toMatchObject({ state: 'arrived' });
});

test('what a refresh has read is not new, whoever started it and whatever the files are called', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  readBy('2026-01-01T01', { ledger: 'g1', roster: 'r1' }, begun);
  const files = new FileLook();
  expect(await look(3600, files)).toEqual({ state: 'nothing_new' });
  renameSync(join(extracts, 'GL_2024.csv'), join(extracts, 'GL_2025.csv'));
  expect(await look(3600, files, 'GL_2025.csv')).toEqual({ state: 'nothing_new' });
});

test('the same bytes sent again start nothing, and neither does a file that was taken away', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  readBy('2026-01-01T01', { ledger: 'g1', roster: 'r1' }, begun);
  const files = new FileLook();
  await look(3600, files);
  put('GL_2024.csv', 'g1');
  expect(await look(3600, files)).toEqual({ state: 'nothing_new' });
  rmSync(join(extracts, 'roster.csv'));
  expect(await look(3600, files)).toEqual({ state: 'nothing_new' });
});

test('files that could not be mapped are not tried again', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  const arrived = await look(3600);
  const set = arrived.state === 'arrived' ? arrived.set : '';
  expect(set).toMatch(/^[0-9a-f]{16}$/);
  writeLog(home, '2026-01-01T01', [
    { second: 0, event: 'run_started', about: { trigger: 'files', files: set } },
    { second: 1, event: 'run_ended', state: 'failed' },
  ]);
  expect(await look(3600)).toEqual({ state: 'nothing_new' });
  put('GL_2024.csv', 'g2');
  expect(await look(3600)).toMatchObject({ state: 'arrived' });
});

test('a refresh for new files that a power cut ended is started once more, and no third time', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  const arrived = await look(3600);
  const files = arrived.state === 'arrived' ? arrived.set : '';
  const gone = { pid: 999_999_999, started: 'long ago' };
  const start: Line = {
    second: 0,
    event: 'run_started',
    about: { trigger: 'files', files, process: gone },
  };
  writeLog(home, '2026-01-01T01', [start]);
  expect(await look(3600)).toMatchObject({ state: 'arrived', set: files });
  writeLog(home, '2026-01-01T02', [start]);
  expect(await look(3600)).toEqual({ state: 'nothing_new' });
});

test('a refresh of some tables, and one of earlier years, do not count as having read the files', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  writeLog(home, '2026-01-01T01', [
    begun,
    {
      second: 1,
      asset: 'staging.gl_balances',
      partition: `ledger/${key('g1')}`,
      state: 'planned',
    },
  ]);
  const backfill: Line = { second: 0, event: 'run_started', about: { trigger: 'backfill' } };
  readBy('2026-01-01T02', { ledger: 'g1', roster: 'r1' }, backfill);
  expect(await look(3600)).toMatchObject({ state: 'arrived' });
});

test('rows that are sent again have arrived once, whether or not the file that they are of is new', async () => {
  put('roster.csv', 'r1');
  put('GL_2024.csv', 'g1');
  readBy('2026-01-01T01', { ledger: 'g1', roster: 'r1' }, begun);
  put('GL_2024.csv.ledger.sent-again.csv', 's1');
  expect(await look(4 * 86_400)).toMatchObject({
    state: 'arrived',
    names: ['GL_2024.csv.ledger.sent-again.csv'],
  });
  writeLog(home, '2026-01-01T02', [
    begun,
    {
      second: 1,
      asset: 'staging.gl_balances',
      partition: `ledger/${key('g1')}+${key('s1')}`,
      state: 'planned',
    },
    {
      second: 2,
      asset: 'staging.account_codes',
      partition: `roster/${key('r1')}`,
      state: 'planned',
    },
    { second: 9, asset: 'publish', partition: 'all', state: 'planned' },
  ]);
  expect(await look(4 * 86_400)).toEqual({ state: 'nothing_new' });
});
