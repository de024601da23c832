import type { Lineage } from './lineage.ts';

/** What a box needs and what needs it, directly or through others. */
export interface Reach {
  readonly needs: ReadonlySet<string>;
  readonly neededBy: ReadonlySet<string>;
}

/** The reach of every box. */
export function reachOf({ nodes, edges }: Lineage): ReadonlyMap<string, Reach> {
  const up = neighbors(edges.map(([from, to]) => [to, from] as const));
  const down = neighbors(edges);
  return new Map(
    nodes.map(({ id }) => [id, { needs: follow(id, up), neededBy: follow(id, down) }]),
  );
}

function neighbors(edges: Lineage['edges']): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [from, to] of edges) found.set(from, [...(found.get(from) ?? []), to]);
  return found;
}

function follow(id: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const met = new Set<string>();
  const waiting = [...(next.get(id) ?? [])];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (met.has(at)) continue;
    met.add(at);
    waiting.push(...(next.get(at) ?? []));
  }
  return met;
}
