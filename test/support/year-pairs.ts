import { EARLIER_RELATIONS, makeEarlierYear } from '../../pipelines/materialize/earlier-year.ts';
import type { EarlierTotals, EarlierYear } from '../../pipelines/materialize/earlier-year.ts';
import { quote } from '../../pipelines/runtime/duckdb.ts';
import { requestOf } from './make-requests.ts';
import { modelSql, type GivenRelations } from './run-model.ts';
import { rowsSql } from './rows.ts';
import { scratchFolder } from './scratch.ts';

/** A fiscal year of the files: the year, its last period, and whether it is in progress. */
type YearRow = readonly [year: number, lastPeriod: number, inProgress: boolean];

/** Fiscal years of transactions, and each beside the one before: of the files, or of an earlier edition. */
export async function yearPairs(
  years: readonly YearRow[],
  earlier: EarlierYear | null = null,
): Promise<GivenRelations> {
  const rows = years.map((year) => [...year, true]);
  return {
    'core.fiscal_years': rowsSql('fiscal_year last_period in_progress has_periods', rows),
    ...(await earlierRelations(earlier)),
    'marts.year_pairs': modelSql('marts.year_pairs'),
  };
}

/** The tables of the year before, as their step makes them. */
export async function earlierRelations(earlier: EarlierYear | null): Promise<GivenRelations> {
  const directory = scratchFolder('earlier');
  await makeEarlierYear(requestOf('staging.earlier_year', directory, [], { earlier }));
  return Object.fromEntries(
    EARLIER_RELATIONS.map((name) => [
      name,
      `select * from read_parquet(${quote(`${directory}/${name}.parquet`)})`,
    ]),
  );
}

/** Fiscal 2024 as a preliminary edition has it, with these periods: period, fund, lines and amount. */
export function edition2024(
  periods: readonly (readonly [period: number, fund: string, lines: number, amount: string])[],
  more: Partial<EarlierTotals> = {},
): EarlierYear {
  return {
    edition: '3f2a1b9c77de',
    label: 'preliminary',
    fiscalYear: 2024,
    found: {
      lastPeriod: 12,
      inProgress: false,
      hasPeriods: true,
      periods: periods.map(([period, fund, lines, amount]) => ({
        period,
        status: 'assigned',
        fund,
        comparableFunction: '1000',
        lines: String(lines),
        amount,
      })),
      files: [],
      ...more,
    },
  };
}
