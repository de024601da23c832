import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { movementLine } from '../../pipelines/cli/print-movements.ts';
import { movementsSince } from '../../pipelines/refresh/movements.ts';
import { Engine, quote } from '../../pipelines/runtime/duckdb.ts';
import { rowsSql } from '../support/rows.ts';
import { scratchFolder } from '../support/scratch.ts';

type Spending = readonly (readonly [year: number, purpose: string, site: string, amount: string])[];

let home = '';

async function addEdition(edition: string, rows: Spending): Promise<void> {
  const folder = join(home, 'editions', edition);
  mkdirSync(join(folder, 'package'), { recursive: true });
  const years = [...new Set(rows.map(([year]) => year))];
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ fiscal_years: years }));
  const engine = await Engine.open({ threads: 1 });
  try {
    const columns = 'fiscal_year child_purpose_name site_name amount';
    await engine.run(`copy (
      select
        * replace (amount::decimal(18,2) as amount),
        lower(child_purpose_name) as child_purpose_id,
        left(site_name, 1) as site_id
      from (${rowsSql(columns, rows)})
    ) to ${quote(join(folder, 'package/spending.parquet'))} (format parquet)`);
  } finally {
    engine.close();
  }
}

function publish(...editions: readonly string[]): void {
  mkdirSync(join(home, 'approvals'), { recursive: true });
  editions.forEach((edition, i) => {
    const pointer = { format: 1, edition, sequence: i + 1 };
    writeFileSync(join(home, 'approvals', `${i + 1}.json`), JSON.stringify(pointer));
  });
}

const linesSince = async (edition: string): Promise<unknown> => {
  const moved = await movementsSince(home, edition);
  return moved && [moved.since, moved.largest?.map(movementLine) ?? null];
};

const may: Spending = [
  [2024, 'Teachers', 'Alder', '600000.00'],
  [2024, 'Teachers', 'Birch', '400000.00'],
  [2024, 'Coaches', 'Alder', '80000.10'],
  [2023, 'Teachers', 'Alder', '1.00'],
];
const june: Spending = [
  [2024, 'Teachers', 'Alder', '630000.00'],
  [2024, 'Teachers', 'Birch', '390000.00'],
  [2024, 'Coaches', 'Alder', '80000.10'],
  [2024, 'Interpreters', 'Central office', '5000.25'],
  [2025, 'Teachers', 'Alder', '700000.00'],
];

describe('what moved most since the last edition', () => {
  beforeEach(() => {
    home = scratchFolder('moved');
  });

  test('is told by purpose and by site, to the cent, for the years that both hold', async () => {
    await addEdition('may', may);
    await addEdition('june', june);
    const expected = [
      'may',
      [
        'Teachers, fiscal year 2024: $20,000.00 more ($1,000,000.00 before, $1,020,000.00 now)',
        'Interpreters, fiscal year 2024: $5,000.25 more ($0.00 before, $5,000.25 now)',
        'Alder, fiscal year 2024: $30,000.00 more ($680,000.10 before, $710,000.10 now)',
        'Birch, fiscal year 2024: $10,000.00 less ($400,000.00 before, $390,000.00 now)',
        'Central office, fiscal year 2024: $5,000.25 more ($0.00 before, $5,000.25 now)',
      ],
    ];
    publish('may');
    expect(await linesSince('june'), 'while it waits for approval').toEqual(expected);
    publish('may', 'june');
    expect(await linesSince('june'), 'once it is published').toEqual(expected);
    expect(await linesSince('may')).toBeUndefined();
  });

  test('is of the last edition that holds a year of it, such as last month’s and not one of 2019', async () => {
    await addEdition('may', may);
    await addEdition('old', [[2019, 'Teachers', 'Alder', '5.00']]);
    await addEdition('june', may);
    publish('may', 'old', 'june');
    expect(await linesSince('june')).toEqual(['may', []]);
    expect(await linesSince('old')).toBeUndefined();
  });

  test('cannot be told where the package before is gone; a folder that was removed is passed over', async () => {
    for (const edition of ['april', 'may', 'june']) await addEdition(edition, may);
    publish('april', 'may', 'june');
    rmSync(join(home, 'editions/may/package'), { recursive: true });
    expect(await linesSince('june')).toEqual(['may', null]);
    rmSync(join(home, 'editions/may'), { recursive: true });
    expect(await linesSince('june')).toEqual(['april', []]);
  });
});
