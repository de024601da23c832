import { join } from 'node:path';
import { mayBeAccepted, type Model } from '../../sql/catalog.ts';
import type { PlannedStep } from '../graph/plan.ts';
import { quote } from '../runtime/duckdb.ts';
import { hashFile } from '../runtime/files.ts';
import type { Made, MakeRequest } from './make.ts';
import { withEngine } from './with-engine.ts';
import { writeRelation } from './write-relation.ts';

/** What a check has found, in one fiscal year or in all together. */
export interface Found {
  /** The check's name, such as `not_yet_assigned_limit`. */
  readonly check: string;
  /** The fiscal year, or `all`. */
  readonly partition: string;
  /** sha256 of the file of all rows that it found. */
  readonly findings: string;
}

/** That exactly this may stand. Who said so, and when, is kept elsewhere: nothing that is made may follow from it. */
export interface Acceptance extends Found {
  readonly reason: string;
}

/** An acceptance of what a check finds now, as readers are told of it. */
export interface AcceptedCheck extends Acceptance {
  readonly title: string;
}

/** The acceptance of exactly this, if there is one. */
export function acceptanceOf(
  { check, partition, findings }: Found,
  acceptances: readonly Acceptance[],
): Acceptance | undefined {
  return acceptances.find(
    (each) => each.check === check && each.partition === partition && each.findings === findings,
  );
}

/** Of the checks that a step reads, those whose findings are accepted; `hashes` are of the files of each relation. */
export function acceptedChecks(
  { inputs }: Pick<PlannedStep, 'inputs'>,
  hashes: Readonly<Record<string, readonly string[]>>,
  models: ReadonlyMap<string, Model>,
  acceptances: readonly Acceptance[],
): readonly AcceptedCheck[] {
  return inputs.flatMap(({ relation, steps }) => {
    const model = models.get(relation);
    if (!mayBeAccepted(model)) return [];
    return steps.flatMap((id, place) => {
      const partition = id.slice(relation.length + 1);
      const findings = hashes[relation]?.[place] ?? '';
      const accepted = acceptanceOf({ check: model.name, partition, findings }, acceptances);
      return accepted ? [{ ...accepted, title: model.header.title }] : [];
    });
  });
}

/** Makes the table of the acceptances that count now: no row when every check is silent. */
export async function makeAcceptedChecks(
  request: MakeRequest,
  models: ReadonlyMap<string, Model>,
): Promise<Made> {
  const { step, inputs, context, directory } = request;
  const key = ['check_name', 'checked_year'];
  const file = `${step.asset}.parquet`;
  const hashes: Record<string, readonly string[]> = {};
  const files = new Map<string, string>();
  for (const input of inputs) {
    const own = await Promise.all(input.files.map(hashFile));
    hashes[input.relation] = own;
    own.forEach((hash, place) => files.set(hash, input.files[place] ?? ''));
  }
  const accepted = acceptedChecks(step, hashes, models, context.acceptances);
  const rowsOf = accepted.map((each) => rowOf(each, files.get(each.findings) ?? ''));
  const sql = [noRow, ...rowsOf].join('\nunion all\n');
  const rows = await withEngine(request, (engine) =>
    writeRelation(engine, sql, key, join(directory, file)),
  );
  return { relations: { [step.asset]: { file, rows, key } } };
}

const noRow = `select
    null::varchar as check_name, null::varchar as checked_year, null::varchar as check_title,
    null::bigint as found_rows, null::varchar as found_hash, null::varchar as acceptance_reason
where false`;

function rowOf({ check, partition, title, findings, reason }: AcceptedCheck, file: string): string {
  return `select ${[check, partition, title].map(quote).join(', ')},
    (select count(*) from read_parquet(${quote(file)}))::bigint, ${quote(findings)}, ${quote(reason)}`;
}
