import { basename, join, resolve } from 'node:path';
import { Problem } from '../../../transforms/problem.ts';
import { batchExit, type BatchJob, type BatchRow } from '../../refresh/batch.ts';
import { findDistricts } from '../../refresh/batch-districts.ts';
import { fullRequest } from '../../refresh/request.ts';
import { hashJson } from '../../runtime/canonical-json.ts';
import { type AcceptOptions, acceptRequests } from '../accept-check.ts';
import { batchJson, batchTable } from '../batch-words.ts';
import { startedJson, startedLine } from '../detached.ts';
import { districtFolder } from '../folders.ts';
import { type BatchOptions, executeBatch, windowOf } from '../run-batch.ts';
import { stoppedExit } from '../stop.ts';

/** What `refresh` is told, as far as it concerns the districts of a folder. */
export interface AllOptions extends BatchOptions, AcceptOptions {
  readonly extracts?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly select?: string;
  readonly label?: string;
  readonly site: boolean;
  readonly detach: boolean;
}

/** `refresh --all`: every district of a folder; one that fails stops no other. */
export async function refreshAll(
  given: string,
  options: AllOptions,
  signal: AbortSignal,
): Promise<void> {
  refuseOdd(options);
  const folder = districtFolder(given);
  const { extracts, json } = options;
  const { items, unreadable } = await findDistricts(folder, (district) =>
    extracts === undefined
      ? join(district, 'extracts')
      : resolve(join(extracts, basename(district))),
  );
  const job: BatchJob = {
    kind: 'batch',
    name: `${basename(folder)}-${hashJson(folder).slice(0, 8)}`,
    summary: `Refresh of the districts in ${folder}`,
    window: windowOf(options),
    items,
    request: fullRequest({
      districtFolder: folder,
      extractsFolder: folder,
      label: options.label ?? null,
      site: options.site,
      trigger: 'batch',
    }),
  };
  if (options.temporal && options.detach) {
    const { startBatchOnTemporal } = await import('../../temporal/run-batch.ts');
    const started = await startBatchOnTemporal(job);
    if (json) {
      const about = { ...startedJson(started), districts: batchJson(unreadable) };
      console.log(JSON.stringify(about, null, 2));
    } else {
      console.log(startedLine(started));
      tell(unreadable, json);
    }
    process.exitCode = batchExit(unreadable);
    return;
  }
  const rows = [...(await executeBatch(job, options, signal)), ...unreadable];
  tell(rows, json);
  if (signal.aborted && !json) {
    console.log('Stopped. Nothing is half done: the next refresh goes on from here.');
  }
  process.exitCode = signal.aborted ? stoppedExit : batchExit(rows);
}

function tell(rows: readonly BatchRow[], json: boolean): void {
  if (json) console.log(JSON.stringify({ format: 1, districts: batchJson(rows) }, null, 2));
  else if (rows.length > 0) for (const line of batchTable('District', rows)) console.log(line);
}

/** What is of one district cannot be said of all. */
function refuseOdd(options: AllOptions): void {
  const { set, select } = options;
  const odd = [
    ...(Object.keys(set).length === 0 ? [] : ['--set']),
    ...(select === undefined ? [] : ['--select']),
    ...(acceptRequests(options).length === 0 ? [] : ['--accept-check']),
  ];
  if (odd.length === 0) return;
  throw new Problem({
    code: 'option_of_one_district',
    what: `${odd.join(' and ')} cannot be said of all districts of a folder at once.`,
    fix: 'Leave it out, or refresh that district by itself.',
    exit: 2,
  });
}
