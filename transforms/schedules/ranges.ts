/** The values from `start` to `end`, each `step` after the one before. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** Numbers in order, as few ranges; two numbers make a range only when they are neighbors. */
export function rangesOf(values: readonly number[]): readonly Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < values.length;) {
    const start = values[at] ?? 0;
    const step = (values[at + 1] ?? start) - start;
    let last = at;
    while (step > 0 && values[last + 1] === (values[last] ?? 0) + step) last += 1;
    if (last - at < 2 && step !== 1) last = at;
    ranges.push({ start, end: values[last] ?? start, step: last === at ? 1 : step });
    at = last + 1;
  }
  return ranges;
}
