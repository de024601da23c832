import { constants, copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { databaseFile } from '../materialize/database.ts';
import type { EarlierTotals, EarlierYear } from '../materialize/earlier-year.ts';
import { Engine, quote, textOf } from '../runtime/duckdb.ts';
import { isFailure } from '../runtime/files.ts';
import { PrivateFolders } from '../runtime/private-folders.ts';
import type { EarlierRequest } from './find-earlier-year.ts';
import { isPassing } from './retries.ts';

type Asked = Pick<EarlierRequest, 'home' | 'amountType'> & Pick<EarlierYear, 'fiscalYear'>;

/** Reads one fiscal year from an edition's DuckDB file, or says why that cannot be done. */
export async function readEarlierTotals(
  edition: string,
  { home, ...asked }: Asked,
): Promise<EarlierYear['found']> {
  const folders = new PrivateFolders(join(home, 'editions', '.private'));
  const mend = `remove the edition’s folder and make fiscal year ${asked.fiscalYear} again`;
  try {
    return await folders.with(async (directory) => {
      // A copy shares the file's blocks where the disk can. Somebody may have the file open, and one file is not
      // opened twice in a process.
      const copy = join(directory, databaseFile);
      await copyFile(join(edition, databaseFile), copy, constants.COPYFILE_FICLONE);
      return await readDatabase(copy, asked);
    });
  } catch (error) {
    if (isPassing(error)) throw error;
    if (isFailure(error, 'ENOENT')) return { notCompared: `its ${databaseFile} is gone; ${mend}` };
    const damaged = `its ${databaseFile} is damaged, or of another version of the program`;
    return { notCompared: `${damaged}; ${mend}` };
  }
}

async function readDatabase(
  file: string,
  asked: Omit<Asked, 'home'>,
): Promise<EarlierYear['found']> {
  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.run(`attach ${quote(file)} as edition (read_only)`);
    return await readTotals(engine, asked);
  } finally {
    engine.close();
  }
}

async function readTotals(
  engine: Engine,
  { fiscalYear, amountType }: Omit<Asked, 'home'>,
): Promise<EarlierYear['found']> {
  const [about] = await engine.rows('select amount_type from edition.marts.about');
  if (textOf(about?.['amount_type']) !== amountType) {
    return { notCompared: 'its dollars are of another kind' };
  }
  const [year] = await engine.rows(
    `select last_period, in_progress, has_periods from edition.core.fiscal_years where fiscal_year = ${fiscalYear}`,
  );
  if (!year) return { notCompared: 'it holds no ledger of that year' };
  return {
    lastPeriod: Number(year['last_period']),
    inProgress: year['in_progress'] === true,
    hasPeriods: year['has_periods'] === true,
    periods: await readPeriods(engine, fiscalYear),
    files: await readFiles(engine, fiscalYear),
  };
}

async function readPeriods(engine: Engine, year: number): Promise<EarlierTotals['periods']> {
  const rows = await engine.rows(`
    select
        fiscal_period, status, fund_code, comparable_function_code,
        sum(lines)::bigint as lines, sum(amount)::decimal(18,2) as amount
    from edition.marts.ledger_periods
    where fiscal_year = ${year}
    group by all
    order by all`);
  return rows.map((row) => ({
    period: Number(row['fiscal_period']),
    status: textOf(row['status']),
    fund: textOf(row['fund_code']),
    comparableFunction: textOf(row['comparable_function_code']),
    lines: textOf(row['lines']),
    amount: textOf(row['amount']),
  }));
}

async function readFiles(engine: Engine, year: number): Promise<EarlierTotals['files']> {
  const rows = await engine.rows(
    `select file_kind, rows from edition.marts.file_rows where fiscal_year = ${year} order by file_kind`,
  );
  return rows.map((row) => ({ fileKind: textOf(row['file_kind']), rows: textOf(row['rows']) }));
}
