import { isPay } from '../budget/build.ts';
import type { Event } from '../events.ts';

/** How many lines things become. */
export interface Density {
  /** Pay periods that are posted: 12, or fewer in a small ledger. */
  readonly payPeriods: number;
  /** Lines of a purchase of a year. */
  linesOf(it: Event): number;
}

const PERIODS = 12;
const MOST_USUAL_LINES = 60;
/** No invoice is smaller on average: $20. */
const SMALLEST_INVOICE = 2000n;

/** Chooses the density at which all years together have about the wanted number of lines. */
export function densityFor(events: readonly Event[], wanted: number): Density {
  const pays = events.filter((it) => isPay(it.activity)).length;
  const usual = events
    .filter((it) => !isPay(it.activity))
    .reduce((sum, it) => sum + usualLines(it), 0);
  const payPeriods = [PERIODS, 6, 4, 2].find((periods) => pays * periods * 10 <= wanted * 7) ?? 1;
  const thousandths = Math.max(1, Math.floor(((wanted - pays * payPeriods) * 1000) / usual));
  return {
    payPeriods,
    linesOf: (it) => {
      const wantedLines = Math.round((usualLines(it) * thousandths) / 1000);
      return Math.max(1, Math.min(wantedLines, Number(it.amount / SMALLEST_INVOICE)));
    },
  };
}

/** More dollars come in more invoices, but not as many more. What a small plan has too much of is taken back by a credit. */
function usualLines(it: Event): number {
  const lines = Math.floor(Math.sqrt(Math.abs(Number(it.amount / 100n))) / 10);
  return Math.min(MOST_USUAL_LINES, Math.max(1, lines));
}
