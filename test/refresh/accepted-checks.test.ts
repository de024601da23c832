import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildGraph } from '../../pipelines/assets.ts';
import { planGraph, type PlannedStep } from '../../pipelines/graph/plan.ts';
import {
  type Acceptance,
  makeAcceptedChecks,
} from '../../pipelines/materialize/accepted-checks.ts';
import { stepInputs } from '../../pipelines/materialize/step-inputs.ts';
import { writeRelation } from '../../pipelines/materialize/write-relation.ts';
import { acceptanceFor, blockedBy, wasAccepted } from '../../pipelines/refresh/outcomes.ts';
import { Engine, quote, type RelationFiles, type Row } from '../../pipelines/runtime/duckdb.ts';
import { hashFile } from '../../pipelines/runtime/files.ts';
import { keyOf } from '../../pipelines/runtime/step-key.ts';
import type { StepRecord } from '../../pipelines/runtime/store.ts';
import { type CheckModel, mayBeAccepted, readCatalog } from '../../sql/catalog.ts';
import { temporaryFolder } from '../support/folders.ts';
import { scratchFolder } from '../support/scratch.ts';
import { exampleContext } from '../support/make-requests.ts';

const catalog = readCatalog();
const models = new Map(catalog.map((model) => [model.relation, model]));
const lines = models.get('checks.ledger_lines_once') as CheckModel;
const code = {
  typescript: 'code',
  sql: 'sql',
  fields: 'fields',
  site: 'site',
  planning: '',
  pages: 'pages',
};

let step: PlannedStep;

beforeAll(() => {
  const references = new Map<string, readonly string[]>();
  const parts = { models: catalog, references, sourceFiles: [], site: false };
  const { steps } = planGraph(buildGraph({ ...parts, fiscalYears: [2023, 2024] }));
  const found = steps.find(({ kind }) => kind === 'acceptances');
  if (!found) throw new Error('The graph has no acceptances');
  step = found;
});

const acceptance = (partition: string, findings: string): Acceptance => ({
  check: lines.name,
  partition,
  findings,
  reason: "Journals begin anew each half year; the county's system does that",
});

describe('the table of accepted checks', () => {
  /** A relation of two files, and the hash of each. */
  let found: { inputs: RelationFiles[]; hashes: readonly string[] };

  beforeAll(async () => {
    const folder = scratchFolder('accepted');
    const engine = await Engine.open({ threads: 1 });
    const files = [2023, 2024].map((year) => join(folder, `${year}.parquet`));
    for (const [i, file] of files.entries()) {
      const sql = `select 'Records: ' || i as what from range(${i + 2}) r(i)`;
      await writeRelation(engine, sql, ['what'], file);
    }
    engine.close();
    const hashes = await Promise.all(files.map(hashFile));
    found = { inputs: [{ relation: lines.relation, files }], hashes };
  });

  async function rowsOf(...acceptances: readonly Acceptance[]): Promise<Row[]> {
    const directory = await temporaryFolder();
    const context = exampleContext({ acceptances });
    const { inputs } = found;
    const made = await makeAcceptedChecks({ step, inputs, directory, context }, models);
    const engine = await Engine.open({ threads: 1 });
    const file = join(directory, made.relations['staging.accepted_checks']?.file ?? '');
    const rows = await engine.rows(`from read_parquet(${quote(file)})`);
    engine.close();
    return rows;
  }

  test('has a row for each year whose findings are accepted as they are', async () => {
    const [, second = ''] = found.hashes;
    expect(
      await rowsOf(acceptance('2024', second), acceptance('2023', 'of something else')),
    ).toEqual([
      {
        check_name: 'ledger_lines_once',
        checked_year: '2024',
        check_title: lines.header.title,
        found_rows: '3',
        found_hash: second,
        acceptance_reason: acceptance('2024', '').reason,
      },
    ]);
  });

  test('has none where the same was accepted of another year, or nothing was', async () => {
    const [first = ''] = found.hashes;
    expect(await rowsOf(acceptance('2024', first))).toEqual([]);
    expect(await rowsOf()).toEqual([]);
  });

  test('is made again for an acceptance that counts, and for no other', async () => {
    const inputs = {
      [lines.relation]: [
        { name: 'FY2023', sha256: 'a' },
        { name: 'FY2024', sha256: 'b' },
      ],
    };
    const keyWith = async (...acceptances: readonly Acceptance[]) => {
      const situation = { step, context: exampleContext({ acceptances }), models, code, inputs };
      return keyOf(step.asset, step.partition, await stepInputs(situation));
    };
    const without = await keyWith();
    expect(await keyWith(acceptance('2023', 'c'), acceptance('2024', 'a'))).toBe(without);
    const counts = await keyWith(acceptance('2024', 'b'));
    expect(counts).not.toBe(without);
    expect(await keyWith({ ...acceptance('2024', 'b'), reason: 'Another' })).not.toBe(counts);
  });
});

describe('a check that blocks', () => {
  const record = (findings: string, offenders = 1): StepRecord => ({
    format: 1,
    asset: lines.relation,
    partition: '2024',
    key: 'key',
    madeFrom: { code: '', config: {}, inputs: {} },
    files: { 'rows.parquet': { sha256: findings, bytes: 1 } },
    relations: { [lines.relation]: { file: 'rows.parquet', rows: offenders, key: ['what'] } },
    offenders,
    messages: ['Records: 2.'],
  });

  test('lets pass exactly what was accepted', () => {
    const accepted = [acceptance('2024', 'a')];
    expect(acceptanceFor(lines, record('a'), accepted)).toBe(accepted[0]);
    expect(acceptanceFor(lines, record('b'), accepted)).toBeUndefined();
    expect(acceptanceFor(lines, { ...record('a'), partition: '2023' }, accepted)).toBeUndefined();
    expect(acceptanceFor(lines, record('a', 0), accepted)).toBeUndefined();
  });

  test('says that something else was accepted before', () => {
    const accepted = [acceptance('2024', 'a')];
    const said = (before: boolean) => blockedBy(lines, record('b'), before)?.what ?? '';
    expect(wasAccepted(lines, record('b'), accepted)).toBe(true);
    expect(wasAccepted(lines, { ...record('b'), partition: '2023' }, accepted)).toBe(false);
    expect(said(true)).toBe(
      `${said(false)} What it found when it was accepted before was something else, so that does not count for this.`,
    );
  });

  test('of a promise lets nothing pass, whatever file says so', () => {
    const promise = models.get('checks.rows_equation') as CheckModel;
    const file = { ...record('a'), asset: promise.relation };
    expect(
      acceptanceFor(promise, file, [{ ...acceptance('2024', 'a'), check: promise.name }]),
    ).toBe(undefined);
  });
});

test('a person may accept what is wrong with the data, and no promise that would break', () => {
  const blocking = catalog.filter(
    (m): m is CheckModel => m.kind === 'check' && m.header.severity === 'block',
  );
  const names = (checks: readonly CheckModel[]) => checks.map(({ name }) => name);
  expect(names(blocking.filter(mayBeAccepted))).toEqual([
    'codes_without_zeros',
    'ledger_lines_once',
    'ledger_ties_to_control_totals',
    'list_records_once',
    'not_yet_assigned_limit',
    'quarantined_rows_limit',
    'students_counted_alike',
  ]);
  const faults = blocking.filter(({ header }) =>
    header.fix.startsWith('This is a fault of the program'),
  );
  expect(faults.length).toBeGreaterThan(5);
  expect(faults.filter(mayBeAccepted)).toEqual([]);
});
