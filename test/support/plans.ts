import type { Asset } from '../../pipelines/graph/asset.ts';
import { defineGraph, type Graph } from '../../pipelines/graph/graph.ts';
import { type Plan, planGraph } from '../../pipelines/graph/plan.ts';

/** An asset that makes a relation of its own name; whatever matters to a test is given. */
export function asset(
  key: string,
  reads: readonly string[] = [],
  more: Partial<Asset> = {},
): Asset {
  return {
    key,
    kind: 'model',
    makes: [key],
    reads,
    partitionedBy: 'none',
    partitions: [{ label: 'all', year: null }],
    lookback: 0,
    yearColumns: {},
    after: [],
    pool: key === 'site' ? 'site' : 'compute',
    ...more,
  };
}

/** A graph of unpartitioned assets, written as what each of them reads. */
export function graphOf(reads: Readonly<Record<string, readonly string[]>>): Graph {
  return defineGraph(Object.entries(reads).map(([key, needs]) => asset(key, needs)));
}

export function planOf(reads: Readonly<Record<string, readonly string[]>>): Plan {
  return planGraph(graphOf(reads));
}
