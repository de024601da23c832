import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RefreshRequest } from '../../pipelines/refresh/request.ts';
import { aboutThisProcess, RunLog } from '../../pipelines/runtime/run-log.ts';
import { scratchFolder } from '../support/scratch.ts';
import { newDistrict, play } from './play.ts';

const root = scratchFolder('serve-arrivals');
const byFiles = 'arrivals: { settle: 10m, look_every: 5m, site: false, label: preliminary }';

/** What the real refresh writes first. */
function log(home: string, { trigger, files }: RefreshRequest): void {
  const run = new RunLog(join(home, 'small-town'), `run-${String(files)}`);
  run.write('run_started', { about: aboutThisProcess(trigger, null, null, files) });
  run.write('run_ended', { state: 'failed' });
}

function put(folder: string, name: string, text: string): void {
  writeFileSync(join(folder, name), text);
}

test('files that lie there start one refresh, and the same files no second one', async () => {
  const district = newDistrict(root, byFiles);
  put(district.folder, 'GL_2024.csv', 'Fund,Amount\n1,2\n');
  const asked: RefreshRequest[] = [];
  const span = {
    from: '2027-01-05T04:00',
    to: '2027-01-05T05:00',
    during: (request: RefreshRequest) => {
      asked.push(request);
      log(district.home, request);
    },
  };
  expect(await play(district, span)).toEqual([
    '01-05T04:00 null arrived: GL_2024.csv',
    '01-05T04:00 null files of 01-05T04:00',
    '01-05T04:00 null ended',
  ]);
  expect(asked).toMatchObject([
    { trigger: 'files', schedule: null, site: false, label: 'preliminary' },
  ]);
  // Another process, later.
  expect(
    await play(district, { ...span, from: '2027-01-06T04:00', to: '2027-01-06T05:00' }),
  ).toEqual([]);
});

test('a file that comes while a refresh goes on is mapped by the next one', async () => {
  const district = newDistrict(root, byFiles);
  put(district.folder, 'GL_2024.csv', 'first');
  let starts = 0;
  const told = await play(district, {
    from: '2027-01-05T04:00',
    to: '2027-01-05T04:30',
    lasts: 12 * 60_000,
    during: (request) => {
      starts += 1;
      log(district.home, request);
      if (starts === 1) put(district.folder, 'GL_2025.csv', 'second');
    },
  });
  expect(told.filter((line) => !line.includes('ended'))).toEqual([
    '01-05T04:00 null arrived: GL_2024.csv',
    '01-05T04:00 null files of 01-05T04:00',
    expect.stringMatching(/null arrived: GL_2024\.csv, GL_2025\.csv$/),
    expect.stringMatching(/^01-05T04:1\d null files of /),
  ]);
});

test('what is waited for is said once', async () => {
  const district = newDistrict(root, `arrivals: { wait_for: [ledger, funds] }`);
  const yaml = join(district.folder, 'district.yaml');
  writeFileSync(
    yaml,
    `${readFileSync(yaml, 'utf8')}  - id: funds
    extract: account_codes
    file: 'funds.csv'
    columns:
      fiscal_year: { from: FY }
      segment: { const: fund }
      code: { from: Code }
      code_name: { from: Name }
`,
  );
  put(district.folder, 'GL_2024.csv', 'first');
  const soon = new Date(Date.now() + 3_600_000 - 7 * 3_600_000).toISOString().slice(0, 16);
  const later = new Date(Date.now() + 2 * 3_600_000 - 7 * 3_600_000).toISOString().slice(0, 16);
  expect(await play(district, { from: soon, to: later })).toEqual([
    expect.stringMatching(/null waits for funds$/),
  ]);
});

test('a district may have schedules and watch for files, of which there may be none yet', async () => {
  const district = newDistrict(root, `${byFiles}\nschedules:\n  - { id: a, cron: '0 4 * * *' }`);
  const told = await play(district, { from: '2027-01-05T03:55', to: '2027-01-05T04:05' });
  expect(told).toEqual(['01-05T04:00 a schedule of 01-05T04:00', '01-05T04:00 a ended']);
});
