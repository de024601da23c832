const MONTHS: readonly (readonly [name: string, days: number])[] = [
  ['July', 31],
  ['August', 31],
  ['September', 30],
  ['October', 31],
  ['November', 30],
  ['December', 31],
  ['January', 31],
  ['February', 28],
  ['March', 31],
  ['April', 30],
  ['May', 31],
  ['June', 30],
];

/** The day of a fiscal period as US reports write it: period 1 is July of the calendar year before. */
export function reportDate(year: number, period: number, day: number): string {
  return usDate(calendarYear(year, period), ((period + 5) % 12) + 1, day);
}

/** The last day of a fiscal period, as reports write dates; in February the 28th. */
export function lastDay(year: number, period: number): string {
  return reportDate(year, period, MONTHS[period - 1]?.[1] ?? 28);
}

/** `November 2025` is period 5 of fiscal 2026. */
export function monthOf(year: number, period: number): string {
  return `${MONTHS[period - 1]?.[0] ?? ''} ${calendarYear(year, period)}`;
}

/** `November 30 2025` is the end of period 5 of fiscal 2026. */
export function endOf(year: number, period: number): string {
  const [month = '', days = 28] = MONTHS[period - 1] ?? [];
  return `${month} ${days} ${calendarYear(year, period)}`;
}

const calendarYear = (year: number, period: number): number => (period <= 6 ? year - 1 : year);

export function usDate(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(month)}/${two(day)}/${year}`;
}
