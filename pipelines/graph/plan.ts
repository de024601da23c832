import type { Asset, AssetKind, Pool } from './asset.ts';
import type { Graph } from './graph.ts';

/** One relation that a step reads: the steps that wrote it, and which of their rows count. */
export interface PlannedInput {
  readonly relation: string;
  /** Ids of the steps; none when the district sends no such file. */
  readonly steps: readonly string[];
  /** An SQL condition that keeps the partition's rows of files that span years. */
  readonly where?: string;
}

/** One asset in one partition: the unit that is made, stored, reused and logged. */
export interface PlannedStep {
  /** `asset@partition`. */
  readonly id: string;
  readonly asset: string;
  readonly partition: string;
  readonly year: number | null;
  readonly kind: AssetKind;
  readonly pool: Pool;
  readonly makes: readonly string[];
  readonly inputs: readonly PlannedInput[];
  /** Ids of all steps that must have ended well before this one starts. */
  readonly after: readonly string[];
  /** Set by a selection for what was not selected: it is taken from the store, never made. */
  readonly reuseOnly?: boolean;
}

/** A run as data: it can be sent to a worker, stored in a history, and executed without the graph. */
export interface Plan {
  readonly format: 1;
  /** Each step stands after all the steps that it needs. */
  readonly steps: readonly PlannedStep[];
}

/** All steps of the graph, in an order in which they can be made. Pure: the same graph gives the same plan. */
export function planGraph(graph: Graph): Plan {
  const steps = graph.order.flatMap((asset) =>
    asset.partitions.map((partition) => planStep(graph, asset, partition.label, partition.year)),
  );
  return { format: 1, steps };
}

/** The name of a step in plans, logs and dependencies. */
export function stepId(asset: string, partition: string): string {
  return `${asset}@${partition}`;
}

function planStep(graph: Graph, asset: Asset, partition: string, year: number | null): PlannedStep {
  const inputs = asset.reads.map((relation) => planInput(graph, asset, year, relation));
  const gates = asset.after.flatMap((key) => {
    const gate = graph.asset(key);
    return gate.partitions.map(({ label }) => stepId(key, label));
  });
  return {
    id: stepId(asset.key, partition),
    asset: asset.key,
    partition,
    year,
    kind: asset.kind,
    pool: asset.pool,
    makes: asset.makes,
    inputs,
    after: [...new Set([...inputs.flatMap((input) => input.steps), ...gates])],
  };
}

function planInput(
  graph: Graph,
  reader: Asset,
  year: number | null,
  relation: string,
): PlannedInput {
  const makers = graph.makersOf(relation);
  const first =
    reader.partitionedBy === 'fiscal_year' && year !== null ? year - reader.lookback : null;
  const steps = makers.flatMap((maker) =>
    maker.partitions
      .filter((partition) => within(partition.year, first, year))
      .map((partition) => stepId(maker.key, partition.label)),
  );
  const column = makers
    .map((maker) => maker.yearColumns[relation])
    .find((name) => name !== undefined);
  if (first === null || column === undefined) return { relation, steps };
  const where = first === year ? `${column} = ${year}` : `${column} between ${first} and ${year}`;
  return { relation, steps, where };
}

function within(candidate: number | null, first: number | null, last: number | null): boolean {
  if (candidate === null || first === null || last === null) return true;
  return candidate >= first && candidate <= last;
}
