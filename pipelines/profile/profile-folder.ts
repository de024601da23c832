import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileFormat } from '../../transforms/config/format.ts';
import { Problem } from '../../transforms/problem.ts';
import type {
  FileProfile,
  ProposedFormat,
  UnreadFile,
} from '../../transforms/profile/file-profile.ts';
import { Engine } from '../runtime/duckdb.ts';
import { prescan } from '../runtime/prescan.ts';
import { readable } from '../runtime/readable.ts';
import { listExtracts } from '../runtime/extract-names.ts';
import { formatsOfFile } from './formats-of-file.ts';
import { findOddRecords } from './odd-records.ts';
import { plainRecordsSql } from './plain-records.ts';
import { findKeys, profileColumns, shortRecords } from './profile-records.ts';

/** What a folder of files holds. */
export interface FolderProfile {
  readonly files: readonly FileProfile[];
  readonly unread: readonly UnreadFile[];
}

export interface ProfileOptions {
  readonly threads: number;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Profiles every file of a folder, over all their records; what is no table is named with the reason. */
export async function profileFolder(
  folder: string,
  options: ProfileOptions,
): Promise<FolderProfile> {
  const names = (await listExtracts(folder)).filter((name) => !isLeftover(name));
  const scratch = await mkdtemp(join(tmpdir(), 'resource-map-profile-'));
  const files: FileProfile[] = [];
  const unread: UnreadFile[] = [];
  try {
    for (const name of [...names].sort()) {
      options.say(`Looking at ${name}`);
      try {
        const path = join(folder, name);
        await readable(name, path, async () => {
          const formats = await formatsOfFile(path, name);
          if (formats.length === 0)
            unread.push({
              name,
              why: 'It is no table that can be read: no CSV, fixed columns, workbook, JSON or Parquet.',
            });
          for (const format of formats) {
            files.push(await profileFile({ folder, name, format, scratch }, options));
          }
        });
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        unread.push({ name, why: `${error.what} ${error.fix}` });
      }
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  return { files, unread };
}

/** What systems leave beside files, such as `.DS_Store`, and Excel beside a workbook that is open, `~$budget.xlsx`. */
function isLeftover(name: string): boolean {
  return /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(basename(name));
}

interface Asked {
  readonly folder: string;
  readonly name: string;
  readonly format: ProposedFormat;
  readonly scratch: string;
}

/** Reads a file as a refresh would, and counts what its columns hold. */
async function profileFile(asked: Asked, options: ProfileOptions): Promise<FileProfile> {
  const { folder, name, scratch } = asked;
  const path = join(folder, name);
  const copy = join(scratch, 'records.csv');
  const { format, facts } = await readAsProposed(path, asked, copy, options.signal);
  const engine = await Engine.open({
    threads: options.threads,
    temporaryDirectory: scratch,
    signal: options.signal,
  });
  try {
    await engine.run(`create table records as ${plainRecordsSql(copy, facts)}`);
    const columns = await profileColumns(engine, facts.columns, facts.records);
    return {
      name,
      bytes: (await stat(path)).size,
      format,
      rows: facts.records,
      columns,
      ...(await shortRecords(engine, columns, facts.records)),
      oddRecords: await findOddRecords(engine, columns, facts.records),
      keys: await findKeys(engine, columns, facts.records),
    };
  } finally {
    engine.close();
    await rm(copy, { force: true });
  }
}

/** A text that turns out, past its beginning, to be no UTF-8 is read as Windows programs write it. */
async function readAsProposed(
  path: string,
  { name, format }: Asked,
  copy: string,
  signal: AbortSignal,
) {
  const read = async (proposed: ProposedFormat) => ({
    format: proposed,
    facts: await prescan({ path, name, format: fileFormat.parse(proposed) }, copy, signal),
  });
  try {
    return await read(format);
  } catch (error) {
    const text =
      format.type === 'csv' || format.type === 'fixed_width' || format.type === undefined;
    if (!(error instanceof Problem) || error.code !== 'file_not_text' || !text) throw error;
    return await read({ ...format, encoding: 'windows-1252' });
  }
}
