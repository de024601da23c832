import { extractNamed } from '../../transforms/extracts/index.ts';
import type { Prescan } from '../runtime/formats/sent-file.ts';
import type { Engine } from '../runtime/duckdb.ts';
import { correctionsOf } from './corrections.ts';
import type { Made, MakeRequest } from './make.ts';
import type { StagingJob } from './staging/job.ts';
import { loadLookups } from './staging/lookups.ts';
import { WITHOUT_OPTIMIZERS } from './staging/load-rows.ts';
import { enter, type ReadPart } from './staging/read-part.ts';
import { readSentAgain } from './staging/read-sent-again.ts';
import { refuseLedgerRows, refuseOtherYears } from './staging/refuse.ts';
import { unchanged } from './staging/unchanged.ts';
import { stagedSource } from './staged-source.ts';
import { scanSent, sentFile } from './staging/scan-sent.ts';
import { findColumns } from './staging/sender-columns.ts';
import { readIntoEngine, removePrivateFiles } from './staging/stage-file.ts';
import { writeRelations } from './staging/write-relations.ts';
import { withEngine } from './with-engine.ts';

/**
 * Makes one file of an extract: the typed rows, the rows set aside, and what became of every record and dollar.
 * Rows read, counted from the bytes, equal loaded + set aside + sent again + dropped, or it is a Problem.
 */
export async function makeStaging(request: MakeRequest): Promise<Made> {
  try {
    return await unchanged(stagedSource(request.step, request.context).file, async () =>
      stageScanned(request, await scanSent(request)),
    );
  } finally {
    await removePrivateFiles(request.directory);
  }
}

/** Types, checks and writes what was scanned. */
export async function stageScanned(request: MakeRequest, facts: Prescan): Promise<Made> {
  const { context, directory, inputs } = request;
  const { file: sourceFile, source, sent: file, tokenYear } = sentFile(request);
  const job: StagingJob = {
    contract: extractNamed(sourceFile.extract),
    source,
    fileName: sourceFile.name,
    fileKey: sourceFile.fileKey,
    fileYear: sourceFile.year,
    tokenYear,
    parameters: context.parameters,
    missing: source.missing ?? context.district.missing,
    facts,
    positions: findColumns(source, facts, sourceFile.name),
    beside: null,
    corrections: await correctionsOf(sourceFile.extract, context),
  };
  // An extract that the district does not send cannot be referred to.
  const given = inputs
    .filter((input) => input.files.length > 0)
    .map(({ relation }) => relation.replace('staging.', ''));
  const make = async (engine: Engine): Promise<Made> => {
    await loadLookups(engine, source, context);
    const { secret, signal } = context;
    const reading = { directory, secret, given, signal };
    const read = await readIntoEngine(engine, { ...reading, job, file, direct: true });
    const main: ReadPart = { schema: 'main', job, read };
    const again = await readSentAgain(engine, main, sourceFile.sentAgain, reading);
    const parts = [main, ...again];
    for (const part of parts) {
      await enter(engine, part);
      await refuseLedgerRows(engine, part.job, part.read.checks, part.read.originals);
      await refuseOtherYears(engine, part.job, context.fiscalYears, part.read.originals);
    }
    const relations = await writeRelations(engine, parts, directory);
    return { relations, messages: parts.flatMap((part) => part.job.facts.remarks) };
  };
  return withEngine(request, make, {
    alsoReads: facts.direct === null ? [] : [file.path],
    withoutOptimizers: WITHOUT_OPTIMIZERS,
    // Records are counted one after the other: a second thread would wait for them, and burn as much as it waits.
    ...(facts.direct === null ? {} : { threads: 1 }),
  });
}
