import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { AssetKind } from '../../pipelines/graph/asset.ts';
import type { Made, MakeRequest } from '../../pipelines/materialize/make.ts';
import { makeReferenceTable } from '../../pipelines/materialize/reference-table.ts';
import { makeSettings } from '../../pipelines/materialize/settings.ts';
import { ConfigurationFiles } from '../../pipelines/runtime/configuration-files.ts';
import { Engine, type Row } from '../../pipelines/runtime/duckdb.ts';
import { standardsFolder } from '../../pipelines/runtime/product.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { REFERENCE_TABLES } from '../../transforms/reference-tables/index.ts';

const DISTRICT = loadDistrict(
  `version: 1
district: { id: small, name: O'Small, state: OH }
map: { amount_type: actual, chart: [fund, site] }
tolerances: { not_yet_assigned_share: null }
sources:
  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: y }
      site_id: { from: s }
      site_name: { from: n }
      site_type: { const: school }
`,
  'district.yaml',
);

const folders: string[] = [];
afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))));

async function requestFor(
  asset: string,
  kind: AssetKind,
  tables: Readonly<Record<string, string>>,
): Promise<MakeRequest> {
  const folder = await mkdtemp(join(tmpdir(), 'tables-'));
  folders.push(folder);
  await mkdir(join(folder, 'coding'));
  await mkdir(join(folder, 'step'));
  for (const [name, text] of Object.entries(tables)) await writeFile(join(folder, name), text);
  return {
    step: {
      id: `${asset}@all`,
      asset,
      partition: 'all',
      year: null,
      kind,
      pool: 'compute',
      makes: [asset],
      inputs: [],
      after: [],
    },
    inputs: [],
    directory: join(folder, 'step'),
    context: {
      district: DISTRICT,
      configuration: ConfigurationFiles.in(folder, standardsFolder),
      sourceFiles: [],
      fiscalYears: [2023, 2024],
      secret: '',
      parameters: {},
      acceptances: [],
      earlier: null,
      answers: [],
      pages: 'none',
      engine: { threads: 1 },
      signal: new AbortController().signal,
      say: () => undefined,
    },
  };
}

async function rowsOf(request: MakeRequest, made: Made, relation: string): Promise<Row[]> {
  const engine = await Engine.open();
  try {
    return await engine.rows(
      `select * from read_parquet('${join(request.directory, made.relations[relation]?.file ?? '')}')`,
    );
  } finally {
    engine.close();
  }
}

describe('the lists that people keep by hand', () => {
  test.each(REFERENCE_TABLES.map((table) => [table.contract.name, table] as const))(
    '%s is as it must be, or empty where a district need not have it',
    async (name, table) => {
      const request = await requestFor(`staging.${name}`, 'reference', {});
      const made = await makeReferenceTable(request);
      const rows = made.relations[`staging.${name}`]?.rows ?? -1;
      if (table.standardFile === undefined) expect(rows).toBe(0);
      else expect(rows).toBeGreaterThan(0);
    },
  );

  test('the district’s own list replaces the shared one', async () => {
    const request = await requestFor('staging.priorities', 'reference', {
      'coding/priorities.csv': 'priority_id,priority_name,position\nreading,Every child reads,1\n',
    });
    const rows = await rowsOf(request, await makeReferenceTable(request), 'staging.priorities');
    expect(rows).toEqual([
      {
        priority_id: 'reading',
        priority_name: 'Every child reads',
        owner: null,
        measure: null,
        starts_on: null,
        ends_on: null,
        position: 1,
      },
    ]);
  });

  test.each([
    ['a cell that is wrong', 'T1,101,1.5', 'share', 'from 0 to 1'],
    ['a repeated key', 'T1,100,0.5', 'project_code, site_id', 'repeats an earlier one'],
  ])('%s stops the run with file, line and column', async (_, row, column, words) => {
    const request = await requestFor('staging.project_sites', 'reference', {
      'coding/project_sites.csv': `project_code,site_id,share\nT1,100,0.5\n${row}\n`,
    });
    const work = makeReferenceTable(request);
    await expect(work).rejects.toMatchObject({
      where: { file: 'coding/project_sites.csv', line: 3, column },
    });
    await expect(work).rejects.toThrow(words);
  });
});

test('the settings of district.yaml become relations', async () => {
  const request = await requestFor('staging.settings', 'settings', {});
  const made = await makeSettings(request);
  expect(await rowsOf(request, made, 'staging.settings')).toEqual([
    {
      district_id: 'small',
      district_name: "O'Small",
      state: 'OH',
      invented: false,
      amount_type: 'actual',
      minimum_n: 10,
      quarantined_rows_limit: '0',
      not_yet_assigned_limit: null,
      scope_note: null,
      need_weight_low_income: '0.3000',
      chart_has_site: true,
      has_control_totals: false,
    },
  ]);
  expect(await rowsOf(request, made, 'staging.source_settings')).toEqual([
    { source_id: 'sites', extract: 'organizations', already_public: false },
  ]);
  expect(await rowsOf(request, made, 'staging.fiscal_years')).toEqual([
    { fiscal_year: 2023 },
    { fiscal_year: 2024 },
  ]);
});
