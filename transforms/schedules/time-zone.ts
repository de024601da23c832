const day = 86_400_000;

const fields: Intl.DateTimeFormatOptions = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
};

const words: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
};

/** One format for each zone: making one is slow, and one serves for ever. */
function formatsOf(options: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const format =
      made.get(zone) ?? new Intl.DateTimeFormat('en-US', { ...options, timeZone: zone });
    made.set(zone, format);
    return format;
  };
}

const fieldsFormat = formatsOf(fields);
const wordsFormat = formatsOf(words);

/** Whether a time zone of this name exists, written as it is written everywhere, such as `America/New_York`. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Z]\w*(?:\/[\w+-]+)*$/.test(name)) return false;
  try {
    const known = fieldsFormat(name).resolvedOptions().timeZone;
    return known === name || known.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/** What the clocks of a zone show at an instant, in milliseconds, as if they showed UTC. */
export function localTime(zone: string, instant: number): number {
  const shown = fieldsFormat(zone).format(instant);
  const [month = 0, date = 0, year = 0, hour = 0, minute = 0, second = 0] =
    shown.match(/\d+/g)?.map(Number) ?? [];
  return Date.UTC(year, month - 1, date, hour, minute, second);
}

/** By how much the clocks of a zone are ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: string, instant: number): number {
  return localTime(zone, instant) - Math.floor(instant / 1000) * 1000;
}

/**
 * The instants at which the clocks of a zone show times of one day: one for most; none for a time that a change of the
 * clocks leaves out; two for one that it repeats. In order.
 */
export function instantsOf(zone: string, localTimes: readonly number[]): readonly number[] {
  const first = Math.min(...localTimes);
  const last = Math.max(...localTimes);
  const before = offsetAt(zone, first - day);
  const after = offsetAt(zone, last + day);
  if (before === after) return localTimes.map((local) => local - before);
  return localTimes
    .flatMap((local) =>
      [before, after]
        .filter((offset) => offsetAt(zone, local - offset) === offset)
        .map((offset) => local - offset),
    )
    .sort((a, b) => a - b);
}

/** Whether the clocks of a zone change in the year after an instant. */
export function changesClocks(zone: string, from: Date): boolean {
  const offsets = Array.from({ length: 13 }, (_, month) =>
    offsetAt(zone, from.getTime() + month * 30 * day),
  );
  return new Set(offsets).size > 1;
}

/** An instant as people there write it: `Sun, Dec 6, 2026, 4:30 AM EST`. */
export function localWords(zone: string, instant: Date): string {
  // Newer systems put a narrow space before AM.
  return wordsFormat(zone).format(instant).replaceAll(/\s/g, ' ');
}
