import type { Asset } from './asset.ts';

/** The assets of one district, checked: every name is known once and nothing waits for itself. */
export interface Graph {
  /** Each asset stands after all the assets that it needs; ties are in order of key. */
  readonly order: readonly Asset[];
  asset(key: string): Asset;
  makersOf(relation: string): readonly Asset[];
  /** Keys of the assets that `key` needs directly. */
  needs(key: string): readonly string[];
}

/** Why the assets given do not make a graph; a fault of the code, not of a district's files. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
}

/** Checks names and order. Throws `GraphError` for a key or a partition used twice, an unknown relation or a cycle. */
export function defineGraph(assets: readonly Asset[]): Graph {
  const byKey = new Map<string, Asset>();
  const makers = new Map<string, Asset[]>();
  for (const asset of [...assets].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    if (byKey.has(asset.key)) throw new GraphError(`Two assets are named ${asset.key}.`);
    const labels = asset.partitions.map(({ label }) => label);
    const twice = labels.find((label, i) => labels.indexOf(label) < i);
    if (twice !== undefined) throw new GraphError(`${asset.key} has the partition ${twice} twice.`);
    byKey.set(asset.key, asset);
    for (const relation of asset.makes) {
      makers.set(relation, [...(makers.get(relation) ?? []), asset]);
    }
  }

  const asset = (key: string): Asset => {
    const found = byKey.get(key);
    if (!found) throw new GraphError(`No asset is named ${key}.`);
    return found;
  };
  const makersOf = (relation: string): readonly Asset[] => {
    const found = makers.get(relation);
    if (!found) throw new GraphError(`No asset makes ${relation}.`);
    return found;
  };
  const needs = (key: string): readonly string[] => {
    const { reads, after } = asset(key);
    const keys = [...reads.flatMap((relation) => makersOf(relation).map((m) => m.key)), ...after];
    return [...new Set(keys)].filter((need) => need !== key);
  };
  return { order: sortByNeed([...byKey.keys()], needs).map(asset), asset, makersOf, needs };
}

/** Depth first; a key met again while it is still being visited closes a cycle, which is named in full. */
function sortByNeed(keys: readonly string[], needs: (key: string) => readonly string[]): string[] {
  const sorted = new Set<string>();
  const visit = (key: string, path: readonly string[]): void => {
    if (sorted.has(key)) return;
    if (path.includes(key)) {
      const cycle = [...path.slice(path.indexOf(key)), key].join(' -> ');
      throw new GraphError(`These assets wait for each other: ${cycle}.`);
    }
    for (const need of needs(key)) visit(need, [...path, key]);
    sorted.add(key);
  };
  for (const key of keys) visit(key, []);
  return [...sorted];
}
