import { planGraph } from '../../pipelines/graph/plan.ts';
import { defineGraph } from '../../pipelines/graph/graph.ts';
import type { MakeContext, MakeRequest } from '../../pipelines/materialize/make.ts';
import { ConfigurationFiles } from '../../pipelines/runtime/configuration-files.ts';
import type { RelationFiles } from '../../pipelines/runtime/duckdb.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { asset } from './plans.ts';

const district = `
version: 1
district: { id: example, name: Example Public Schools, state: OH }
map: { amount_type: actual, chart: [fund] }
sources:
  - id: sites
    extract: organizations
    file: sites.csv
    columns:
      fiscal_year: { from: Year }
      site_id: { from: Site }
      site_name: { from: Name }
      site_type: { const: school }
`;

/** What a step of a small district may use. */
export function exampleContext(more: Partial<MakeContext> = {}): MakeContext {
  return {
    district: loadDistrict(district, 'district.yaml'),
    configuration: ConfigurationFiles.in('/nowhere', '/nowhere'),
    sourceFiles: [],
    fiscalYears: [2024],
    secret: 'a secret of the tests',
    parameters: {},
    acceptances: [],
    earlier: null,
    answers: [],
    pages: 'none',
    engine: { threads: 1 },
    signal: new AbortController().signal,
    say: () => {},
    ...more,
  };
}

/** A request to make the asset `key` in `directory` from these files. */
export function requestOf(
  key: string,
  directory: string,
  inputs: readonly RelationFiles[] = [],
  more: Partial<MakeContext> = {},
): MakeRequest {
  const [step] = planGraph(defineGraph([asset(key)])).steps;
  if (!step) throw new Error('A graph of one asset has one step');
  return { step, inputs, directory, context: exampleContext(more) };
}
