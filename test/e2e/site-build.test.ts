import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteWords } from '../../pipelines/materialize/site-words.ts';
import { markOf } from '../../pipelines/runtime/processes.ts';
import { Engine, quote, quoteName } from '../../pipelines/runtime/duckdb.ts';
import { runCommand } from '../support/command.ts';
import { lastRunLog } from '../support/edition.ts';
import { districtFolder, repository } from '../support/repository.ts';
import { cellText } from '../support/rows.ts';
import { sampleSite, type SampleSite } from '../support/sample-site.ts';

let sample: SampleSite;

beforeAll(async () => {
  sample = await sampleSite();
});

describe('a site build that was killed', () => {
  it('leaves readers with a whole edition or with none', () => {
    expect(sample.killed.killed).toBe(true);
    expect(sample.killed.orphans.length).toBeGreaterThan(0);
    expect(sample.killed.whole).toBe(true);
  });

  it('is ended by the next refresh, which publishes the edition of an undisturbed run', async () => {
    expect(sample.killed.orphans.filter((pid) => markOf(pid) !== undefined)).toEqual([]);
    const home = join(sample.folder, '../../../..');
    const again = await runCommand(['refresh', districtFolder('riverbend'), '--home', home]);
    expect(again.code, again.output).toBe(0);
    expect(again.output).toContain(sample.edition.id);
    expect(
      lastRunLog(home, 'riverbend').filter(
        ({ asset, state }) => asset === 'site' && state === 'made',
      ),
    ).toEqual([]);
  });
});

describe('the data of the site', () => {
  it('equals what its queries say of the package, table by table', async () => {
    const reports = join(repository, 'reports');
    const data = join(sample.folder, 'data');
    const shown = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.parquet'),
    );
    const queries = readdirSync(join(reports, 'sources/report')).filter((f) => f.endsWith('.sql'));
    expect(shown.length).toBe(queries.length);

    const engine = await Engine.open();
    await engine.run('create schema release');
    for (const table of Object.keys(sample.edition.hashes)) {
      const file = join(sample.edition.folder, 'package', `${table}.parquet`);
      await engine.run(`create view release.${table} as from read_parquet(${quote(file)})`);
    }
    await engine.run(await siteWords(reports));
    for (const query of queries) {
      const name = query.replace('.sql', '');
      const file = shown.find((path) => path.endsWith(`/${name}.parquet`)) ?? '';
      const text = readFileSync(join(reports, 'sources/report', query), 'utf8');
      await engine.run(`create or replace temp table asked as ${text}`);
      const difference = await differences(engine, join(data, file));
      expect([name, difference]).toEqual([name, 0]);
    }
    engine.close();
  });
});

/** Rows of a Parquet file of the site that are not in the table `asked`, and the other way round. */
async function differences(engine: Engine, file: string): Promise<number> {
  const columns = await engine.rows('describe asked');
  // Evidence keeps every number as a double.
  const texts = columns.map((column) => {
    const name = quoteName(cellText(column, 'column_name'));
    const kept = ['VARCHAR', 'BOOLEAN'].includes(cellText(column, 'column_type'));
    return kept ? `${name}::varchar` : `${name}::double::varchar`;
  });
  const asked = `select ${texts.join(', ')} from asked`;
  const shown = `select ${texts.join(', ')} from read_parquet(${quote(file)})`;
  const [row] = await engine.rows(
    `select count(*)::integer as rows
    from ((${asked} except all ${shown}) union all (${shown} except all ${asked}))`,
  );
  return Number(row?.['rows']);
}
