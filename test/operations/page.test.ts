import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { html } from '../../pipelines/operations/page/html.ts';
import { serveReports } from '../../pipelines/operations/serve-reports.ts';
import { Editions } from '../../pipelines/runtime/editions.ts';
import type { StaticServer } from '../../pipelines/runtime/static-server.ts';
import { goodRun, writeLog } from '../support/run-logs.ts';
import { scratchFolder } from '../support/scratch.ts';

const root = scratchFolder('operations-page');
const home = join(root, 'home');
let server: StaticServer;

beforeAll(async () => {
  const yaml = readFileSync(new URL('../support/small-district.yaml', import.meta.url), 'utf8');
  writeFileSync(
    join(root, 'district.yaml'),
    yaml.replace('Small Public Schools', '"Small & <b>Public</b> Schools"'),
  );
  server = await serveReports({
    home,
    districtFolder: root,
    asked: { district: 'districts/small', home: undefined },
    port: 0,
    now: () => new Date('2026-09-02T12:00:00Z'),
  });
});

afterAll(async () => {
  server.close();
  await server.closed;
});

const ask = (path: string) => fetch(new URL(path, server.url));
const textOf = async (path: string) => (await ask(path)).text();

describe('the operations page', () => {
  test('is there before anything ran, and the front page says where to look', async () => {
    const front = await textOf('/');
    expect(front).toContain('Nothing is published yet.');
    expect(front).toContain('npx resource-map refresh districts/small');
    expect(front).toContain('href="/operations"');
    const page = await textOf('/operations');
    expect(page).toContain('No refresh has run yet.');
    expect(page).toContain('Where the figures come from');
    expect((await ask('/missing.js')).status).toBe(404);
  });

  test('is as new as the home, and escapes what it is told', async () => {
    const blocked = { asset: 'checks.rows_equation', partition: 'all', state: 'blocked' } as const;
    writeLog(home, '2026-09-01T04', [
      { second: 0, event: 'run_started', about: { trigger: 'schedule', schedule: 'monthly' } },
      {
        second: 1,
        ...blocked,
        rows: 1234,
        error: 'Blocked: <script>alert(1)</script> is missing.',
      },
      { second: 2, event: 'run_ended', state: 'blocked', ms: 2000 },
    ]);
    const page = await textOf('/operations');
    expect(page).toContain('schedule monthly');
    expect(page).toContain('blocked by a check');
    expect(page).toContain('Blocked: &#60;script&#62;alert(1)&#60;/script&#62; is missing.');
    expect(page).toContain('Small &#38; &#60;b&#62;Public&#60;/b&#62; Schools');
    expect(page).toContain('<span class="pill bad">1,234</span>');
    expect(page.match(/<script>/g)).toHaveLength(1);
  });

  test('types out the command that approves what waits', async () => {
    const manifest = JSON.stringify({ format: 1, label: 'final', files: {}, built: {} });
    const edition = await new Editions(home).add(manifest, async () => {});
    writeLog(home, '2026-09-01T05', goodRun(edition));
    const page = await textOf('/operations');
    const line = `npx resource-map approve districts/small ${edition} --by &#34;Your Name&#34;`;
    expect(page).toContain(line);
  });

  test('stands beside the report of the edition that readers see, as soon as they see it', async () => {
    const editions = new Editions(home);
    const edition = await editions.add('{"format":1}', async () => {});
    const built = join(root, 'built');
    mkdirSync(built);
    writeFileSync(join(built, 'index.html'), '<p>The report');
    await editions.addSite(edition, built, { edition });
    const approval = { approved_at: '2026-09-01T00:00:00.000Z', by: 'Jane Doe', note: null };
    await editions.pointer.publish(edition, null, approval);
    expect(await textOf('/')).toBe('<p>The report');
    expect(await textOf('/operations')).toContain('<a href="/">Report</a>');
  });

  test('loads nothing from anywhere', async () => {
    const page = await textOf('/operations');
    expect(page).toContain('default-src &#39;none&#39;');
    expect(page).not.toMatch(/(src|href)="https?:/);
  });

  test('says what is wrong when district.yaml cannot be read', async () => {
    const before = readFileSync(join(root, 'district.yaml'), 'utf8');
    writeFileSync(join(root, 'district.yaml'), `${before}\nminimun_n: 3\n`);
    const answer = await ask('/operations');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('There is no setting minimun_n');
    writeFileSync(join(root, 'district.yaml'), before);
  });
});

test('a template escapes every value but what is HTML already', () => {
  const inner = html`<b>${'<&>"\''}</b>`;
  expect(html`<a title="${'"'}">${inner}${null}${false}${[1, inner]}</a>`.text).toBe(
    '<a title="&#34;"><b>&#60;&#38;&#62;&#34;&#39;</b>1<b>&#60;&#38;&#62;&#34;&#39;</b></a>',
  );
});
