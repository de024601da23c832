import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { currentEdition, type Edition } from '../support/edition.ts';
import { proposalFor, scoreProposal } from '../support/proposal-score.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { shippedKey } from '../support/variants/shipped-key.ts';

const riverbend = districtFolder('riverbend');
const extracts = join(riverbend, 'extracts');

type Answer = readonly [written: string, answer: string];

/** What everybody must say who knows that old records never come clean. */
const TOLERANCE: Answer = ['quarantined_rows: 0', 'quarantined_rows: 25'];
/** What Riverbend says of itself besides, in its own district.yaml. */
const SETTINGS: readonly Answer[] = [
  ['version: 1', 'version: 1\ninvented: true\nneed_weights: { low_income: 0.30 }'],
  ['not_yet_assigned_share: null', 'not_yet_assigned_share: 0.02'],
  ['\nsources:', '\nquality: { thresholds: { S11: { most_principals: 4 } } }\nsources:'],
];

/** Tables that say what somebody called a source or a rule that drops totals: compared without that. */
const NAMES: Readonly<Record<string, string>> = {
  reconciliation: 'source_id',
  quality: 'source_id, position, note',
};

const OPERATING = `select fiscal_year, amount_type, sum(assigned_amount + not_yet_assigned_amount) as dollars,
    sum(read_amount) as read, max(control_amount) as control
  from release.reconciliation group by all order by all`;
const STUDENTS =
  'select fiscal_year, sum(students) as students from release.schools group by all order by all';

let shipped: Edition;

beforeAll(async () => {
  shipped = await published(riverbend, scratchFolder('shipped'));
});

describe('from files alone to a published map', () => {
  it('knows each column of Riverbend’s own files, or asks', async () => {
    const score = scoreProposal(await proposalFor(extracts), shippedKey(riverbend));
    const { columns, right, asked, wrong } = score;
    process.stdout.write(
      `Riverbend as it is: ${columns} columns, ${right.length} right, ${asked.length} asked, ${wrong.length} wrong\n`,
    );
    expect(columns).toBeGreaterThan(120);
    expect(wrong).toEqual([]);
    expect(right.length / columns).toBeGreaterThanOrEqual(0.9);
  });

  it('ends, with one answer and the first rule tables, with the dollars and students of the shipped map', async () => {
    const district = await proposed([TOLERANCE]);
    const edition = await published(district, scratchFolder('first'));
    expect(await edition.rows(OPERATING)).toEqual(await shipped.rows(OPERATING));
    expect(await edition.rows(STUDENTS)).toEqual(await shipped.rows(STUDENTS));
  });

  it('ends, with the district’s settings and rule tables, with every figure of the shipped map', async () => {
    const district = await proposed([TOLERANCE, ...SETTINGS]);
    rmSync(join(district, 'coding'), { recursive: true });
    cpSync(join(riverbend, 'coding'), join(district, 'coding'), { recursive: true });
    const edition = await published(district, scratchFolder('whole'));
    const tables = Object.keys(shipped.hashes);
    expect(Object.keys(edition.hashes)).toEqual(tables);
    const apart = tables.filter((table) => shipped.hashes[table] !== edition.hashes[table]);
    expect(Object.keys(NAMES)).toEqual(expect.arrayContaining(apart));
    for (const [table, names] of Object.entries(NAMES)) {
      const figures = `select * exclude (${names}) from release.${table} order by all`;
      expect(await edition.rows(figures), table).toEqual(await shipped.rows(figures));
    }
  });
});

/** The folder that `init` writes for Riverbend's files, with a person's answers. */
async function proposed(answers: readonly Answer[]): Promise<string> {
  const district = join(scratchFolder('init'), 'riverbend');
  const known = ['--name', 'Riverbend Public Schools', '--state', 'OH'];
  const made = await runCommand(['init', extracts, '--district', district, ...known]);
  expect(made.code, made.output).toBe(0);
  const file = join(district, 'district.yaml');
  let text = readFileSync(file, 'utf8');
  for (const [written, becomes] of answers) {
    expect(text.split(written), written).toHaveLength(2);
    text = text.replace(written, becomes);
  }
  writeFileSync(file, text);
  return district;
}

async function published(district: string, home: string): Promise<Edition> {
  const places = ['--extracts', extracts, '--home', home, '--no-site'];
  const { code, output } = await runCommand(['refresh', district, ...places], {
    env: { RESOURCE_MAP_SECRET: 'a long text of letters that no one else has, for this test' },
  });
  expect(code, output).toBe(0);
  return currentEdition(home, 'riverbend');
}
