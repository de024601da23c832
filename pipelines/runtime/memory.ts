/** An amount of memory as a person writes it. */
export interface Amount {
  readonly count: number;
  readonly unit: string;
}

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

/** Reads an amount of memory in DuckDB's own notation, such as `1GB` or `800 MiB`; undefined when it is none. */
export function amountIn(text: string): Amount | undefined {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s*([KMGT]i?B)$/i.exec(text.trim()) ?? [];
  return count === undefined || unit === undefined ? undefined : { count: Number(count), unit };
}

/** The bytes of such an amount; undefined when it is none. */
export function bytesIn(text: string): number | undefined {
  const amount = amountIn(text);
  const factor = amount && units[amount.unit.toUpperCase()];
  return amount && factor !== undefined ? amount.count * factor : undefined;
}
