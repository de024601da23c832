import { mkdtemp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stepId } from '../../../pipelines/graph/plan.ts';
import type { MakeRequest } from '../../../pipelines/materialize/make.ts';
import { ConfigurationFiles } from '../../../pipelines/runtime/configuration-files.ts';
import type { EngineOptions } from '../../../pipelines/runtime/duckdb.ts';
import { findSourceFiles } from '../../../pipelines/runtime/sources.ts';
import { loadDistrict } from '../../../transforms/config/load-district.ts';

/** How a district would declare the ledger; without journals no line can repeat another. */
function districtYaml(file: string, keyed: boolean): string {
  return `version: 1
district: { id: bench, name: Bench, state: OH }
map: { amount_type: actual, chart: [fund, function, object, program, project, job, site] }
sources:
  - id: ledger
    extract: gl_transactions
    file: ${basename(file)}
    number_format: { thousands: ',', currency: $, negative: [minus, parentheses] }
    columns:
      fiscal_year: { from: Year }
      fiscal_period: { from: Period }
      posting_date: { from: Posted }
      ${keyed ? 'journal_id' : 'journal_source'}: { from: Journal }
      line_no: { from: Line }
      amount_type: { from: Type }
      fund_code: { from: Fund }
      function_code: { from: Function }
      object_code: { from: Object }
      program_code: { from: Program }
      project_code: { from: Project }
      job_code: { from: Job }
      site_id: { from: Site }
      amount: { from: Amount }
      description: { from: Memo }
      vendor_name: { from: Vendor }
`;
}

/** A request to stage the ledger, as a refresh makes it. */
export async function ledgerRequest(
  engine: EngineOptions,
  file: string,
  keyed: boolean,
): Promise<MakeRequest> {
  const folder = dirname(file);
  const district = loadDistrict(districtYaml(file, keyed), 'district.yaml');
  const sourceFiles = await findSourceFiles(district, folder, {});
  const asset = 'staging.gl_transactions';
  const partition = `ledger/${sourceFiles[0]?.fileKey ?? ''}`;
  return {
    step: {
      id: stepId(asset, partition),
      asset,
      partition,
      year: null,
      kind: 'staging',
      pool: 'compute',
      makes: [asset],
      inputs: [],
      after: [],
    },
    inputs: [],
    directory: await mkdtemp(join(folder, 'step-')),
    context: {
      district,
      configuration: ConfigurationFiles.in(folder, folder),
      sourceFiles,
      fiscalYears: [2024],
      answers: [],
      secret: 'a secret of the bench',
      parameters: {},
      acceptances: [],
      earlier: null,
      pages: 'none',
      engine,
      signal: new AbortController().signal,
      say: () => undefined,
    },
  };
}
