import type { District } from '../../../transforms/config/district.ts';
import type { Model } from '../../../sql/catalog.ts';
import { buildGraph } from '../../assets.ts';
import type { StepState } from '../../graph/execute.ts';
import type { Graph } from '../../graph/graph.ts';
import { countOf } from '../../runtime/words.ts';
import { plainName, type Room, roomOf } from '../rooms.ts';
import type { Run } from '../run.ts';

/** A box of the picture: a kind of file, a table, an output, or all checks together. */
export interface LineageNode {
  readonly id: string;
  readonly room: Room;
  readonly label: string;
  /** What it is, as its model says. */
  readonly about: string;
  /** How it ended in the last run; null when it was no part of it. */
  readonly state: StepState | null;
}

export interface Lineage {
  readonly nodes: readonly LineageNode[];
  /** From what is needed to what needs it, by id. */
  readonly edges: readonly (readonly [string, string])[];
}

export interface LineageParts {
  readonly district: Pick<District, 'sources'>;
  readonly models: readonly Model[];
  readonly references: ReadonlyMap<string, readonly string[]>;
  readonly run: Run | undefined;
}

/** The box in which all checks stand together. */
export const allChecks = 'checks';

/**
 * Where the figures come from, by the graph that a refresh runs. It needs no file to be there: a district's sources
 * stand for their files, and what no source is declared for is left out.
 */
export function buildLineage({ district, models, references, run }: LineageParts): Lineage {
  const graph = buildGraph({ models, references, sourceFiles: [], fiscalYears: [], site: true });
  const extracts = new Set(district.sources.map(({ extract }) => `staging.${extract}`));
  const shown = graph.order.filter(({ key, kind }) => kind !== 'staging' || extracts.has(key));
  const nodeOf = new Map(
    shown.map(({ key, kind }) => [key, kind === 'check' ? allChecks : key] as const),
  );
  const about = new Map(models.map(({ relation, header }) => [relation, header.description]));
  const files = district.sources.map(({ id, file }): LineageNode => ({
    id: `file ${id}`,
    room: 'files',
    label: id.replaceAll('_', ' '),
    about: `Files ${file}`,
    state: worst(run, (step) => step.partition.startsWith(`${id}/`)),
  }));
  const tables = [...new Set(nodeOf.values())].map((id) => describe(id, graph, about, run));
  const edges = shown.flatMap(({ key }) =>
    graph
      .needs(key)
      .map((need) => [nodeOf.get(need), nodeOf.get(key)] as const)
      .filter(([from, to]) => from !== undefined && to !== undefined && from !== to),
  ) as readonly (readonly [string, string])[];
  const reads = district.sources.map(
    ({ id, extract }) => [`file ${id}`, `staging.${extract}`] as const,
  );
  return { nodes: [...files, ...tables], edges: distinct([...reads, ...edges]) };
}

function describe(
  id: string,
  graph: Graph,
  about: ReadonlyMap<string, string>,
  run: Run | undefined,
): LineageNode {
  if (id === allChecks) {
    const count = graph.order.filter(({ kind }) => kind === 'check').length;
    return {
      id,
      room: 'outputs',
      label: countOf(count, 'check'),
      about: 'What blocks here keeps all outputs from being made.',
      state: worst(run, ({ asset }) => asset.startsWith('checks.')),
    };
  }
  const state = worst(run, ({ asset }) => asset === id);
  return {
    id,
    room: roomOf(id),
    label: plainName(id),
    about: about.get(id)?.trim() ?? '',
    state,
  };
}

/** The first that any of the steps is in. */
const gravest: readonly StepState[] = [
  'failed',
  'blocked',
  'cancelled',
  'running',
  'planned',
  'made',
  'reused',
];

function worst(
  run: Run | undefined,
  isOf: (step: Run['steps'][number]) => boolean,
): StepState | null {
  const states = new Set(run?.steps.filter(isOf).map(({ state }) => state));
  return gravest.find((state) => states.has(state)) ?? null;
}

/** Outputs wait for every check one by one: in the picture that is one line. */
function distinct(edges: readonly (readonly [string, string])[]): Lineage['edges'] {
  return [...new Map(edges.map((edge) => [edge.join('\n'), edge])).values()];
}
