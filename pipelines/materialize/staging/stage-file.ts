import { join } from 'node:path';
import { readdir, rm } from 'node:fs/promises';
import type { SentFile } from '../../runtime/formats/sent-file.ts';
import type { Engine } from '../../runtime/duckdb.ts';
import { stampOf } from '../../runtime/csv/scan-plain.ts';
import { fileChanged } from './refuse.ts';
import type { StagingJob } from './job.ts';
import { Originals } from './originals.ts';
import { setPads } from './pseudonym-pads.ts';
import { loadDirectly, mapAll, mayLoadDirectly } from './load-rows.ts';
import { readPlan } from './read-sql.ts';
import { recordsSql } from './records-sql.ts';
import type { MaskCheck } from './row-checks.ts';
import { refuseFlood, refuseLostRecords } from './refuse.ts';
import { setAside } from './set-aside.ts';

/** A file that was read: the engine holds `mapped`, `set_aside` and `replaced`, the records that are sent again; these are the checks that failed rows name. */
export interface ReadFile {
  readonly checks: readonly MaskCheck[];
  /** The file of the rows that were written as they are to be kept, also the engine's `loaded`; `null` without one. */
  readonly loaded: string | null;
  readonly originals: Originals;
}

/** What stands in a step's directory while it works: cells that no output may hold. */
export function privateFiles(
  directory: string,
): Readonly<Record<'sent' | 'copy' | 'mapped' | 'located', string>> {
  const file = (name: string): string => join(directory, `${name}.private`);
  return {
    sent: file('sent'),
    copy: file('copy'),
    mapped: file('mapped'),
    located: file('located'),
  };
}

/** Takes the private files and folders away, however the step ended. */
export async function removePrivateFiles(directory: string): Promise<void> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.private'));
  await Promise.all(
    names.map((name) => rm(join(directory, name), { recursive: true, force: true })),
  );
}

export interface ReadRequest {
  readonly job: StagingJob;
  readonly file: SentFile;
  /** Of the step; the pre-scan wrote its plain copy into it. */
  readonly directory: string;
  readonly secret: string;
  readonly given: readonly string[];
  readonly signal: AbortSignal;
  /** The rows that are well are written once, as they are to be kept. */
  readonly direct: boolean;
  /** SQL of the rule that drops a row, where more than the file's own rules do. */
  readonly rule?: string;
}

/** Reads a pre-scanned file into `mapped`, typed and with its mask, and lists what must be set aside. */
export async function readIntoEngine(engine: Engine, request: ReadRequest): Promise<ReadFile> {
  const { job, file, directory, signal } = request;
  const { copy, mapped, located } = privateFiles(directory);
  const sent = job.facts.direct;
  const plan = readPlan(job, recordsSql(job, sent === null ? copy : file.path));
  const originals = new Originals(engine, job, file, located, signal);
  await setPads(engine, request.secret);
  const direct = request.direct && mayLoadDirectly(job);
  let ascending = false;
  if (direct) ascending = await loadDirectly(engine, job, plan, mapped, originals);
  else await mapAll(engine, plan, mapped, request.rule);
  await rm(copy, { force: true });
  if (sent !== null && sent.stamp !== (await stampOf(file.path))) throw fileChanged(file.name);
  await refuseLostRecords(engine, job);
  await engine.run('create table replaced (record_no bigint)');
  const checks = await setAside(engine, job, plan.checks, request.given, ascending);
  await refuseFlood(engine, job, checks);

  return { checks, loaded: direct ? mapped : null, originals };
}
