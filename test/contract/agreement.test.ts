import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import { cleanCell } from '../../transforms/contract/cell.ts';
import { checkRow } from '../../transforms/contract/check-row.ts';
import {
  columnSql,
  contractChecks,
  findingsOf,
  findingsSql,
  maskSql,
  typedSql,
} from '../../transforms/contract/compile.ts';
import type { Contract } from '../../transforms/contract/contract.ts';
import type { Column, Kind } from '../../transforms/contract/kind.ts';
import { boolean } from '../../transforms/contract/kinds/boolean.ts';
import { code } from '../../transforms/contract/kinds/code.ts';
import { date } from '../../transforms/contract/kinds/date.ts';
import { decimal, fromUnits } from '../../transforms/contract/kinds/decimal.ts';
import { enumeration } from '../../transforms/contract/kinds/enumeration.ts';
import { integer, year } from '../../transforms/contract/kinds/integer.ts';
import { money } from '../../transforms/contract/kinds/money.ts';
import { reference } from '../../transforms/contract/kinds/reference.ts';
import { text } from '../../transforms/contract/kinds/text.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { REFERENCE_TABLES } from '../../transforms/reference-tables/index.ts';
import { cellFor, wordsOf } from '../support/cells.ts';
import { loadTexts } from '../support/clean-rows.ts';

const SEED = 20_241_122;
let engine: Engine;
beforeAll(async () => {
  engine = await Engine.open();
});
afterAll(() => engine.close());

const kinds: Readonly<Record<string, Column>> = {
  code: code(''),
  text: text(''),
  'integer 0 to 16': integer('', { from: 0, to: 16 }),
  year: year(''),
  decimal: decimal('', { precision: 18, scale: 4 }),
  'share 0 to 1': decimal('', { precision: 9, scale: 6, from: 0, to: 1 }),
  money: money(''),
  date: date(''),
  boolean: boolean(''),
  enumeration: enumeration('', ['all', 'low_income', 'other']),
  reference: reference('', 'organizations.site_id'),
};

describe('a column kind means the same in zod and in SQL', () => {
  test.each(Object.entries(kinds))('%s', async (name, column) => {
    const { kind } = column;
    const words =
      name === 'year'
        ? ['1990', '2024', '2100', '2024 ']
        : name.startsWith('share')
          ? ['0', '1', '.5', '0.250000', '1.0']
          : wordsOf(column);
    const cells = fc.sample(cellFor(column, words), { numRuns: 3000, seed: SEED });
    await loadTexts(
      engine,
      ['cell'],
      cells.map((cell) => [cell]),
    );
    const sql = await engine.rows(
      `select hex(encode(cell)) as clean, (case when cell is not null then ${kind.valid('cell')} end) as valid,
          hex(encode((case when ${kind.valid('cell')} then ${kind.value('cell')} end)::varchar)) as value
      from clean order by row_no`,
    );
    const zod = cells.map((cell) => {
      const clean = cleanCell(cell, ['N/A']);
      const parsed = clean === null ? null : kind.zod.safeParse(clean);
      return {
        clean: hex(clean),
        valid: parsed?.success ?? null,
        value: parsed?.success === true ? hex(printed(kind, parsed.data)) : null,
      };
    });
    expect(different(sql, zod, cells)).toEqual([]);
    const filled = zod.filter(({ clean }) => clean !== null).length;
    const accepted = zod.filter(({ valid }) => valid === true).length;
    console.log(
      `${name}: ${filled} cells that are not empty, ${accepted} of them accepted by both`,
    );
    expect(filled).toBeGreaterThanOrEqual(2000);
    expect(accepted / filled).toBeGreaterThanOrEqual(0.3);
  });
});

/** The places where two lists differ, with what stood there; quicker than an assertion for each. */
function different(
  a: readonly unknown[],
  b: readonly unknown[],
  told: readonly unknown[],
): unknown[] {
  expect(a).toHaveLength(b.length);
  return a.flatMap((one, i) =>
    JSON.stringify(one) === JSON.stringify(b[i]) ? [] : [{ of: told[i], sql: one, zod: b[i] }],
  );
}

describe('a contract’s bitmask fails the rows that its zod schemas refuse, for the same reasons', () => {
  const contracts = [...EXTRACTS.values(), ...REFERENCE_TABLES.map(({ contract }) => contract)];
  test.each(contracts.map((contract) => [contract.name, contract] as const))(
    '%s',
    async (_, contract) => {
      const columns = Object.keys(contract.columns);
      const rows = fc.sample(fc.tuple(...columns.map((column) => cellOf(contract, column))), {
        numRuns: 3000,
        seed: SEED,
      });
      await loadTexts(engine, columns, rows);
      const checks = contractChecks(contract);
      const typed = columns.map(
        (column) =>
          `(${typedSql(contract, column, checks, 'mask')})::varchar as ${columnSql(column)}`,
      );
      const sql = await engine.rows(
        `select ${findingsSql(checks, 'mask')} as found, ${typed.join(', ')} from (select *, ${maskSql(checks)} as mask from clean) order by row_no`,
      );
      const zod = rows.map((row) => {
        const clean = columns.map((column, at) => [column, cleanCell(row[at] ?? null, ['N/A'])]);
        const { failures, values } = checkRow(contract, Object.fromEntries(clean));
        const typedOf = (column: string): string | null => {
          const kind = contract.columns[column]?.kind;
          const value = values[column] ?? null;
          return value === null || !kind ? null : printed(kind, value);
        };
        return { failures, values: columns.map(typedOf) };
      });
      const findings = findingsOf(checks);
      const set = findings.map(() => 0);
      const masked = sql.map((row) => {
        const failures = (row['found'] as number[]).flatMap((number) => {
          set[number] = (set[number] ?? 0) + 1;
          const finding = findings[number];
          return finding === undefined
            ? []
            : [{ column: finding.column, rule: finding.rule, reason: finding.reason }];
        });
        return { failures, values: columns.map((column) => row[column] ?? null) };
      });
      expect(different(masked, zod, rows)).toEqual([]);
      console.log(
        `${contract.name}: ${rows.length} rows, ${set.length} findings, each made ${Math.min(...set)} to ${Math.max(...set)} times`,
      );
      expect(Math.min(...set)).toBeGreaterThanOrEqual(100);
    },
  );
});

function cellOf(contract: Contract, name: string): fc.Arbitrary<string> {
  const column = contract.columns[name];
  if (column === undefined) throw new Error(`There is no column ${name}.`);
  return cellFor(column, wordsOf(column));
}

/** A zod value as SQL prints the typed one. */
function printed(kind: Kind, value: unknown): string {
  if (kind.kind === 'money' && typeof value === 'bigint') return fromUnits(value, 2);
  return String(value);
}

function hex(value: string | null): string | null {
  return value === null ? null : Buffer.from(value, 'utf8').toString('hex').toUpperCase();
}
