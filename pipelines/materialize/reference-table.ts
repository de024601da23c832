import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFormat } from '../../transforms/config/format.ts';
import type { Contract } from '../../transforms/contract/contract.ts';
import { isRequired } from '../../transforms/contract/kind.ts';
import { contractColumns, emptySql } from '../../transforms/contract/staged-relation.ts';
import { Problem } from '../../transforms/problem.ts';
import type { Prescan, SentFile } from '../runtime/formats/sent-file.ts';
import { prescan } from '../runtime/prescan.ts';
import { referenceFile, referenceTable } from './declared-files.ts';
import type { Made, MakeRequest } from './make.ts';
import type { FileSource, StagingJob } from './staging/job.ts';
import { stagedSql } from './staging/staged-sql.ts';
import { refuseAnyRow } from './staging/refuse.ts';
import { findColumns } from './staging/sender-columns.ts';
import { privateFiles, readIntoEngine, removePrivateFiles } from './staging/stage-file.ts';
import { withEngine } from './with-engine.ts';
import { writeRelation } from './write-relation.ts';

/**
 * Makes a list that people keep by hand, by the same machinery as an extract. Its columns stand under their own
 * names; a row that is not right is a Problem. A list that a district need not have, and has not, is empty.
 */
export async function makeReferenceTable(request: MakeRequest): Promise<Made> {
  try {
    return await stageTable(request);
  } finally {
    await removePrivateFiles(request.directory);
  }
}

async function stageTable(request: MakeRequest): Promise<Made> {
  const { step, context, directory } = request;
  const { contract } = referenceTable(step.asset);
  const found = await referenceFile(step.asset, context);
  const target = join(directory, `${step.asset}.parquet`);
  const finish = (rows: number): Made => ({
    relations: { [step.asset]: { file: `${step.asset}.parquet`, rows, key: contract.key } },
  });
  const { sent, copy } = privateFiles(directory);
  const format = fileFormat.parse({});
  if (found) await writeFile(sent, found.bytes);
  const file: SentFile | null = found ? { name: found.name, path: sent, format } : null;
  const facts = file === null ? null : await prescanOrEmpty(file, copy, context.signal);
  return withEngine(request, async (engine) => {
    if (file === null || facts === null) {
      const empty = emptySql(contractColumns(contract));
      return finish(await writeRelation(engine, empty, contract.key, target));
    }
    const job = jobOf(contract, file, facts);
    const { signal } = context;
    const read = await readIntoEngine(engine, {
      job,
      file,
      directory,
      secret: '',
      given: [],
      signal,
      direct: false,
    });
    await refuseAnyRow(engine, job, read.checks, read.originals);
    return finish(await writeRelation(engine, stagedSql(job, false), contract.key, target));
  });
}

/** A list may be a header alone: the district has nothing to say yet. */
async function prescanOrEmpty(
  file: SentFile,
  copy: string,
  signal: AbortSignal,
): Promise<Prescan | null> {
  try {
    return await prescan(file, copy, signal);
  } catch (error) {
    if (error instanceof Problem && error.code === 'file_empty') return null;
    throw error;
  }
}

function jobOf(contract: Contract, file: SentFile, facts: Prescan): StagingJob {
  const sent = Object.entries(contract.columns).filter(
    ([name, column]) => isRequired(column) || facts.columns.includes(name),
  );
  const source: FileSource = {
    id: contract.name,
    format: file.format,
    date_format: '%Y-%m-%d',
    keep: [],
    drop: [],
    columns: Object.fromEntries(sent.map(([name]) => [name, { from: name }])),
  };
  return {
    contract,
    source,
    fileName: file.name,
    fileKey: '',
    fileYear: null,
    tokenYear: null,
    parameters: {},
    missing: [''],
    facts,
    positions: findColumns(source, facts, file.name, false),
    beside: null,
    corrections: [],
  };
}
