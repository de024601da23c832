import { quoted } from './cell-test.ts';

const UNITS = [
  ['d', 'day', 86_400],
  ['h', 'hour', 3600],
  ['m', 'minute', 60],
  ['s', 'second', 1],
] as const;

const PATTERN = /^(\d{1,6})([smhd])$/;

/** How long something takes or lasts, as people write it: `10m`, `12h`, `40d`. Whole seconds once it is read. */
export const durationText = quoted
  .regex(PATTERN, 'must be a whole number and s, m, h or d, such as 12h')
  .transform((text) => secondsOf(text) ?? 0);

/** The whole seconds of a duration such as `2d`; `undefined` when it is none. */
export function secondsOf(text: string): number | undefined {
  const [, count, letter] = PATTERN.exec(text) ?? [];
  const unit = UNITS.find(([short]) => short === letter);
  return unit && Number(count) * unit[2];
}

/** A duration in words, in its two largest units: `2 days`, `1 hour 30 minutes`. What is below them is left out. */
export function durationWords(seconds: number): string {
  const first = UNITS.findIndex(([, , size]) => seconds >= size);
  if (first === -1) return '0 seconds';
  let rest = Math.floor(seconds);
  const parts = UNITS.slice(first, first + 2).flatMap(([, noun, size]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
  });
  return parts.join(' ');
}
