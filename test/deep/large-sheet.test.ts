import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repository } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { type SheetCell, workbook } from '../support/workbook.ts';

it('reads a sheet of 200,000 rows and 16 columns in at most 300 MB', () => {
  const folder = scratchFolder('large-sheet');
  const header = Array.from({ length: 16 }, (_, i) => `Column ${i + 1}`);
  const rows: SheetCell[][] = Array.from({ length: 200_000 }, (_, row) =>
    header.map((_, column) =>
      column % 3 === 0 ? `text ${row * 7 + column}` : (row * 37 + column) / 100,
    ),
  );
  const book = join(folder, 'sheet.xlsx');
  writeFileSync(book, workbook([{ name: 'Ledger', rows: [header, ...rows] }]));
  const script = join(repository, 'test/support/prescan-once.ts');
  const said = execFileSync(
    process.execPath,
    ['--import', 'tsx', script, book, join(folder, 'copy')],
    { cwd: repository, encoding: 'utf8' },
  );
  const { records, megabytes } = JSON.parse(said) as { records: number; megabytes: number };
  process.stdout.write(`200,000 rows of a workbook: at most ${megabytes} MB of memory\n`);
  expect(records).toBe(200_000);
  expect(megabytes).toBeLessThanOrEqual(300);
});
