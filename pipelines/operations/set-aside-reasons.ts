import { Engine } from '../runtime/duckdb.ts';
import { readQuarantine, type RowSetAside } from './quarantine.ts';

/** One reason for which rows of a source were set aside. */
export interface SetAsideReason {
  readonly source: string;
  readonly column: string;
  readonly rule: string;
  readonly reason: string;
  readonly rows: number;
  /** The file and the line of the first of them. */
  readonly first: string;
}

/** Why rows were set aside, each reason once, what concerns the most rows first. */
export function setAsideReasons(rows: readonly RowSetAside[]): readonly SetAsideReason[] {
  const found = new Map<string, SetAsideReason>();
  for (const { source, column, rule, reason, file, line } of rows) {
    const key = [source, column, rule, reason].join('\u0000');
    const before = found.get(key);
    const first = before?.first ?? `${file}:${line}`;
    found.set(key, { source, column, rule, reason, rows: (before?.rows ?? 0) + 1, first });
  }
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

/** The reasons of the last refresh or check of a district, from its folder of outputs. */
export async function lastSetAsideReasons(home: string): Promise<readonly SetAsideReason[]> {
  const engine = await Engine.open({ threads: 1 });
  try {
    return setAsideReasons((await readQuarantine(home, engine)).rows);
  } finally {
    engine.close();
  }
}
