import { mayBeAccepted, type Model } from '../sql/catalog.ts';
import { referencedExtracts } from '../transforms/contract/contract.ts';
import { EXTRACTS } from '../transforms/extracts/index.ts';
import { REFERENCE_TABLES } from '../transforms/reference-tables/index.ts';
import type { Asset, Partition } from './graph/asset.ts';
import { defineGraph, type Graph } from './graph/graph.ts';
import { CODED_LINES } from './materialize/coding/coded-lines-table.ts';
import { EARLIER_RELATIONS } from './materialize/earlier-year.ts';
import { sourceLabel } from './materialize/staged-source.ts';
import type { SourceFile } from './runtime/sources.ts';

export interface GraphParts {
  readonly models: readonly Model[];
  /** The relations that each model reads, by the model's relation. */
  readonly references: ReadonlyMap<string, readonly string[]>;
  readonly sourceFiles: readonly SourceFile[];
  readonly fiscalYears: readonly number[];
  readonly site: boolean;
}

const whole: readonly Partition[] = [{ label: 'all', year: null }];
const unpartitioned = {
  partitionedBy: 'none',
  partitions: whole,
  lookback: 0,
  yearColumns: {},
  after: [],
  pool: 'compute',
} as const;

const earlierAsset: Asset = {
  ...unpartitioned,
  key: 'staging.earlier_year',
  kind: 'earlier',
  makes: EARLIER_RELATIONS,
  reads: [],
};

/** What a staging step writes besides the rows of its extract. */
const stagingRecords = [
  'staging.quarantined_rows',
  'staging.corrected_rows',
  'staging.read_totals',
  'staging.stored_totals',
] as const;

/** The relations that one step makes of the configuration. */
const settings = [
  'staging.settings',
  'staging.source_settings',
  'staging.source_tolerances',
  'staging.fiscal_years',
  'staging.extracts',
  'staging.extract_answers',
  'staging.late_sources',
  'staging.quality_rules',
  'staging.quality_thresholds',
  'staging.quality_overrides',
] as const;

/** The one place where the graph is put together: from contracts, models, and the files that are there. */
export function buildGraph(parts: GraphParts): Graph {
  const checks = parts.models.filter(({ kind }) => kind === 'check').map((m) => m.relation);
  return defineGraph([
    ...[...EXTRACTS.keys()].map((extract) => stagingAsset(parts, extract)),
    ...REFERENCE_TABLES.map(({ contract }) => referenceAsset(`staging.${contract.name}`)),
    { ...unpartitioned, key: 'staging.settings', kind: 'settings', makes: settings, reads: [] },
    earlierAsset,
    codingAsset(parts),
    ...parts.models.map((model) => modelAsset(parts, model)),
    acceptancesAsset(parts),
    ...outputAssets(parts, checks),
  ]);
}

function stagingAsset(parts: GraphParts, extract: string): Asset {
  const contract = EXTRACTS.get(extract);
  if (!contract) throw new Error(`There is no contract ${extract}`);
  const relation = `staging.${extract}`;
  return {
    ...unpartitioned,
    key: relation,
    kind: 'staging',
    makes: [relation, ...stagingRecords],
    reads: referencedExtracts(contract).map((name) => `staging.${name}`),
    partitionedBy: 'file',
    partitions: parts.sourceFiles
      .filter((file) => file.extract === extract)
      .map((file) => ({ label: sourceLabel(file), year: file.year })),
    yearColumns: contract.year === null ? {} : { [relation]: contract.year },
  };
}

function referenceAsset(relation: string): Asset {
  return { ...unpartitioned, key: relation, kind: 'reference', makes: [relation], reads: [] };
}

function codingAsset(parts: GraphParts): Asset {
  const { relation, reads } = CODED_LINES;
  return { ...yearly(parts), key: relation, kind: 'coding', makes: [relation], reads };
}

function modelAsset(parts: GraphParts, model: Model): Asset {
  const { partition, lookback } = model.header;
  return {
    ...(partition === 'fiscal_year' ? yearly(parts) : unpartitioned),
    key: model.relation,
    kind: model.kind === 'check' ? 'check' : 'model',
    makes: [model.relation],
    reads: parts.references.get(model.relation) ?? [],
    lookback,
  };
}

/** Reads what checks have found, so that an acceptance of something else enters no published table. */
function acceptancesAsset({ models }: GraphParts): Asset {
  const key = 'staging.accepted_checks';
  const reads = models.filter(mayBeAccepted).map(({ relation }) => relation);
  return { ...unpartitioned, key, kind: 'acceptances', makes: [key], reads };
}

function yearly({ fiscalYears }: GraphParts) {
  const partitions = fiscalYears.map((year) => ({ label: String(year), year }));
  return { ...unpartitioned, partitionedBy: 'fiscal_year', partitions } as const;
}

/** What readers get. A check that blocks keeps all of it from being made. */
function outputAssets(parts: GraphParts, checks: readonly string[]): Asset[] {
  const tables = parts.models.filter((model) => model.kind === 'table');
  const release = tables.filter(({ schema }) => schema === 'release').map((m) => m.relation);
  const open = tables
    .filter(({ header }) => header.audience !== 'restricted')
    .map((model) => model.relation);
  const output = { ...unpartitioned, makes: [], after: checks };
  const site: Asset[] = parts.site
    ? [{ ...output, key: 'site', kind: 'site', pool: 'site', reads: release }]
    : [];
  const made = ['package', 'database', ...site.map(({ key }) => key)];
  return [
    { ...output, key: 'package', kind: 'package', reads: release },
    { ...output, key: 'database', kind: 'database', reads: [...open, CODED_LINES.relation].sort() },
    ...site,
    { ...output, key: 'publish', kind: 'publish', reads: [], after: [...checks, ...made] },
  ];
}
