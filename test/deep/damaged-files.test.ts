import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Engine, type Row, textOf } from '../../pipelines/runtime/duckdb.ts';
import { Problem } from '../../transforms/problem.ts';
import {
  type Files,
  GOOD_FILES,
  type GoodFile,
  type GoodName,
} from '../faults/damage/good-files.ts';
import { LEDGER_VARIANTS } from '../faults/damage/ledger-variants.ts';
import { Mutator } from '../faults/damage/mutator.ts';
import { OTHER_VARIANTS } from '../faults/damage/other-variants.ts';
import type { Variant } from '../faults/damage/variant.ts';
import { districtWith } from '../support/stage.ts';

const HEAD = `version: 1
district: { id: small, name: Small, state: OH }
map: { amount_type: actual, chart: [fund, function, object, project, site] }
sources:
`;
/** Most are a few lines; the longest has a million, and the machine may be busy. */
const LIMIT = 180_000;
const VARIANTS = [...LEDGER_VARIANTS, ...OTHER_VARIANTS];
const scratch = mkdtempSync(join(tmpdir(), 'damaged-'));
afterAll(() => rmSync(scratch, { recursive: true }));

/** What came of a file: the rows that were loaded and the rules of those set aside, or the rule that refused it. */
type Result =
  | { readonly loaded: readonly string[]; readonly rules: readonly string[] }
  | { readonly refused: string };

const ORIGIN = ['source_id', 'source_file_key', 'record_no', 'record_part'];

async function stage({ yaml, source, others }: GoodFile, files: Files): Promise<Result> {
  const named = Object.entries({ ...others, ...files }).map(
    ([name, content]) => [`extracts/${name}`, content] as const,
  );
  const district = await districtWith(HEAD + yaml, Object.fromEntries(named));
  try {
    const staged = await district.stage(source);
    const [extract = ''] = Object.keys(staged.made.relations);
    const rows = await staged.rows(extract);
    const aside = await staged.rows('staging.quarantined_rows');
    const rules = aside.map((row) => textOf(row['rule_id']));
    return { loaded: rows.map(textOfRow).sort(), rules: [...new Set(rules)].sort() };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { refused: error.rule ?? error.code };
  } finally {
    await district.remove();
  }
}

function textOfRow(row: Row): string {
  return JSON.stringify(Object.entries(row).filter(([name]) => !ORIGIN.includes(name)));
}

/** A Parquet file is written by DuckDB from the lines of a text. */
async function parquetOf(text: string): Promise<Buffer> {
  const [from, to] = [join(scratch, 'lines.csv'), join(scratch, 'made.parquet')];
  writeFileSync(from, text);
  const engine = await Engine.open();
  await engine.run(
    `copy (select * replace (Amount::decimal(18,2) as Amount, "As of"::date as "As of")
      from read_csv('${from}', all_varchar = true, header = true)) to '${to}' (format parquet)`,
  );
  engine.close();
  return readFileSync(to);
}

async function sentAs(good: GoodFile, content: string | Buffer | Files): Promise<Files> {
  if (typeof content !== 'string' && !Buffer.isBuffer(content)) return content;
  const isText = good.file.endsWith('.parquet') && typeof content === 'string';
  return { [good.file]: isText ? await parquetOf(content) : content };
}

const whole = new Map<GoodName, Promise<readonly string[]>>();

/** The rows of the good file, which must all be loaded. */
function rowsOf(name: GoodName): Promise<readonly string[]> {
  const load = async (): Promise<readonly string[]> => {
    const good: GoodFile = GOOD_FILES[name];
    const result = await stage(good, await sentAs(good, good.content(good.sheet)));
    expect(result, name).toMatchObject({ rules: [] });
    const loaded = 'loaded' in result ? result.loaded : [];
    expect(loaded).toHaveLength(good.sheet.rows.length);
    return loaded;
  };
  const known = whole.get(name) ?? load();
  whole.set(name, known);
  return known;
}

/** The outcome in words; `read wrong` when a row was loaded that the good file does not have, or one is lost. */
function outcomeOf(result: Result, good: readonly string[], expected: string): string {
  if ('refused' in result) return `refused ${result.refused}`;
  const left = [...good];
  for (const row of result.loaded) {
    const at = left.indexOf(row);
    if (at < 0) return 'read wrong';
    left.splice(at, 1);
  }
  if (result.rules.length === 0) return left.length === 0 ? 'read' : 'read wrong';
  const rule = result.rules.find((id) => expected === `set aside ${id}`);
  return `set aside ${rule ?? result.rules.join(' ')}`;
}

describe('a damaged file is read right, or refused or set aside by the right rule', () => {
  const table: string[] = [];
  afterAll(() => {
    process.stdout.write(`${table.join('\n')}\n${table.length} damaged files\n`);
  });

  it('there are at least 120 of them', () => {
    expect(VARIANTS.length).toBeGreaterThanOrEqual(120);
  });

  it.each(VARIANTS.map((variant, i) => [`${variant.good}: ${variant.what}`, variant, i] as const))(
    '%s',
    async (name, variant: Variant, i) => {
      const good: GoodFile = GOOD_FILES[variant.good];
      const rows = await rowsOf(variant.good);
      const content = variant.damage(good, new Mutator(1 + i));
      const result = await stage(good, await sentAs(good, content));
      const outcome = outcomeOf(result, rows, variant.outcome);
      table.push(`${outcome.padEnd(16)} ${name}`);
      expect(outcome).toBe(variant.outcome);
    },
    LIMIT,
  );
});
