import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileFormat } from '../../../transforms/config/format.ts';
import { type Engine, quote } from '../../runtime/duckdb.ts';
import { prescan } from '../../runtime/prescan.ts';
import type { SentAgainFile } from '../../runtime/sources.ts';
import type { FileSource, StagingJob } from './job.ts';
import { enter, type ReadPart } from './read-part.ts';
import { recordsSql } from './records-sql.ts';
import { fileChanged } from './refuse.ts';
import { placeColumns, refusePlaces } from './refuse-sent-again.ts';
import { findColumns } from './sender-columns.ts';
import { privateFiles, readIntoEngine, type ReadRequest } from './stage-file.ts';

/** Of a record of which only some rows were set aside: the others stand in the file that it was first sent in. */
const STANDS_ALREADY = 'stands_already';

/**
 * Reads the files in which rows of `main` are sent again, each into a schema of its own, by the same contract and
 * checks. The records of `main` that they replace stand in its table `replaced`.
 */
export async function readSentAgain(
  engine: Engine,
  main: ReadPart,
  files: readonly SentAgainFile[],
  request: Pick<ReadRequest, 'directory' | 'secret' | 'given' | 'signal'>,
): Promise<readonly ReadPart[]> {
  if (files.length === 0) return [];
  await main.read.originals.loadSetAside();
  // Named in full, since it is asked from the schemas of the others.
  await engine.run(
    `create view standing as select * from main.mapped where rule is null and mask = 0
        and (record_no, record_part) not in (select (record_no, record_part) from main.set_aside)`,
  );
  const parts: ReadPart[] = [];
  for (const [i, file] of files.entries()) {
    const schema = `again_${i}`;
    await engine.run(`create schema ${schema}`);
    await enter(engine, { schema });
    parts.push(await readOne(engine, main, file, schema, request));
    await engine.run('insert into main.replaced select target from placed');
    await enter(engine, main);
  }
  return parts;
}

async function readOne(
  engine: Engine,
  main: ReadPart,
  { path, name, sha256, fileKey }: SentAgainFile,
  schema: string,
  request: Pick<ReadRequest, 'directory' | 'secret' | 'given' | 'signal'>,
): Promise<ReadPart> {
  const directory = join(request.directory, `${schema}.private`);
  await mkdir(directory, { mode: 0o700 });
  const source = sourceOf(main.job.source);
  const sent = { path, name, format: source.format };
  const facts = await prescan(sent, privateFiles(directory).copy, request.signal);
  if (facts.sha256 !== sha256) throw fileChanged(name);
  const positions = findColumns(source, facts, name, false);
  const beside = 'main.standing';
  const job: StagingJob = {
    ...main.job,
    source,
    fileName: name,
    fileKey,
    facts,
    positions,
    beside,
  };
  await placeRecords(engine, main.job, job, privateFiles(directory).copy);
  const rule = source.reshape === undefined ? {} : { rule: standsAlready(schema) };
  const read = await readIntoEngine(engine, {
    ...request,
    ...rule,
    job,
    directory,
    file: sent,
    direct: false,
  });
  await refusePlaces(engine, main.job, job, read.originals);
  return { schema, job, read };
}

/** The file as the export wrote it: CSV with the sender's columns, without the titles and totals of the first one. */
function sourceOf({ reshape, ...source }: FileSource): FileSource {
  const { total: _, ...parts } = reshape ?? {};
  return {
    ...source,
    ...(reshape === undefined ? {} : { reshape: parts as typeof reshape }),
    format: fileFormat.parse({}),
    keep: [],
    drop: [],
  };
}

/** Makes `placed`: what each record says of the row that it corrects, and the record that it is, where there is one. */
async function placeRecords(
  engine: Engine,
  main: StagingJob,
  job: StagingJob,
  copy: string,
): Promise<void> {
  const [file, line, row] = placeColumns(job).map((position) => `trim(c${position})`);
  await engine.run(
    `create table placed as
    with said as (
        select record_no, ${file} as source_file, try_cast(${line} as bigint) as source_line, ${row} as source_row
        from (${recordsSql(job, copy)}) where coalesce(oddity, '') not in ('empty', 'header')
    ),
    aside as (
        select record_no as target, line, 'r' || left(sha256(original), 16) as mark from main.originals
    )
    select said.*, aside.target, exists (select 1 from aside where aside.line = said.source_line) as line_is_aside
    from said left join aside
        on aside.line = said.source_line and aside.mark = said.source_row
        and said.source_file = ${quote(main.fileName)}`,
  );
}

function standsAlready(schema: string): string {
  return `case
    when rule is null and not exists (
        select 1 from ${schema}.placed as placed inner join main.set_aside as aside on aside.record_no = placed.target
        where placed.record_no = numbered.record_no and aside.record_part = numbered.record_part
    ) then '${STANDS_ALREADY}' else rule end`;
}
