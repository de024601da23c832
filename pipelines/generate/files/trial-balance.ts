import { decimalText } from '../money.ts';
import { writeCsv } from './csv-file.ts';
import { endOf } from './dates.ts';

/** The trial balance by fund: of a whole year its end, of a year in progress the end of each closed period. */
export function writeTrialBalance(
  path: string,
  year: number,
  balances: readonly ReadonlyMap<string, bigint>[],
): void {
  const records = balances.flatMap((balance, index) => {
    const period = index + 1;
    if (balances.length === 12 && period < 12) return [];
    return [...balance]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([fund, amount]) => [
        String(year),
        String(period),
        fund,
        decimalText(amount),
        `Trial balance of ${endOf(year, period)}`,
      ]);
  });
  writeCsv(path, ['FY', 'PER', 'FUND', 'BALANCE', 'DOCUMENT'], records);
}
