/** The day of a fiscal period as US reports write it: period 1 is July of the calendar year before. */
export function reportDate(year: number, period: number, day: number): string {
  const month = ((period + 5) % 12) + 1;
  const calendarYear = period <= 6 ? year - 1 : year;
  return usDate(calendarYear, month, day);
}

export function usDate(year: number, month: number, day: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(month)}/${two(day)}/${year}`;
}
