const units: Readonly<Record<string, number>> = {
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
  TIB: 2 ** 40,
};

/** The bytes of an amount of memory in DuckDB's own notation, such as `1GB` or `800 MiB`; undefined when it is none. */
export function bytesIn(text: string): number | undefined {
  const [, count, unit = ''] = /^(\d+(?:\.\d+)?)\s*([KMGT]i?B)$/i.exec(text.trim()) ?? [];
  const factor = units[unit.toUpperCase()];
  return count === undefined || factor === undefined ? undefined : Number(count) * factor;
}
