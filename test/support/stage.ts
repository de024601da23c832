import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { resolveParameters } from '../../transforms/config/parameters.ts';
import { referencedExtracts } from '../../transforms/contract/contract.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import { stepId } from '../../pipelines/graph/plan.ts';
import type { Made, MakeContext } from '../../pipelines/materialize/make.ts';
import { sourceLabel } from '../../pipelines/materialize/staged-source.ts';
import { makeStaging } from '../../pipelines/materialize/staging.ts';
import { ConfigurationFiles } from '../../pipelines/runtime/configuration-files.ts';
import { Engine, type RelationFiles, type Row } from '../../pipelines/runtime/duckdb.ts';
import { findSourceFiles, type SourceFile } from '../../pipelines/runtime/sources.ts';

export interface StagedFile {
  readonly made: Made;
  readonly directory: string;
  /** All rows of one of the relations, in the order of its key. */
  rows(relation: string): Promise<Row[]>;
}

export interface StagedDistrict {
  readonly district: District;
  readonly folder: string;
  /** Stages every file of a source and gives the last; what it refers to is staged before. */
  stage(sourceId: string): Promise<StagedFile>;
  remove(): Promise<void>;
}

export interface DistrictOptions {
  readonly set?: Readonly<Record<string, string>>;
  readonly threads?: number;
  readonly extractsFolder?: string;
  readonly memoryLimit?: string;
  /** The years of the map; any, unless a test says. */
  readonly fiscalYears?: readonly number[];
}

const anyYear = Array.from({ length: 111 }, (_, i) => 1990 + i);

/** Writes a small district, its `district.yaml` and files, and stages what a test asks for. */
export async function districtWith(
  yaml: string,
  files: Readonly<Record<string, string | Buffer>>,
  options: DistrictOptions = {},
): Promise<StagedDistrict> {
  const folder = await mkdtemp(join(tmpdir(), 'district-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const district = loadDistrict(yaml, 'district.yaml');
  const parameters = resolveParameters(district, options.set);
  const extracts = options.extractsFolder ?? join(folder, 'extracts');
  await mkdir(extracts, { recursive: true });
  const context = async (): Promise<MakeContext> => ({
    district,
    configuration: ConfigurationFiles.in(folder, join(folder, 'standards')),
    sourceFiles: await findSourceFiles(district, extracts, parameters),
    fiscalYears: options.fiscalYears ?? anyYear,
    answers: [],
    secret: 'a secret of the test',
    parameters,
    acceptances: [],
    earlier: null,
    pages: 'none',
    engine: {
      threads: options.threads ?? 2,
      ...(options.memoryLimit === undefined ? {} : { memoryLimit: options.memoryLimit }),
    },
    signal: new AbortController().signal,
    say: () => undefined,
  });
  const reader = new RowReader();
  const stageOne = async (given: MakeContext, file: SourceFile): Promise<StagedFile> => {
    const inputs: RelationFiles[] = [];
    for (const extract of referencedExtracts(extractNamed(file.extract))) {
      const targets: string[] = [];
      for (const target of given.sourceFiles.filter((other) => other.extract === extract)) {
        const staged = await stageOne(given, target);
        targets.push(join(staged.directory, `staging.${extract}.parquet`));
      }
      inputs.push({
        relation: `staging.${extract}`,
        files: targets,
        empty: 'select 1 where false',
      });
    }
    const directory = await mkdtemp(join(folder, 'step-'));
    const asset = `staging.${file.extract}`;
    const partition = sourceLabel(file);
    const made = await makeStaging({
      step: {
        id: stepId(asset, partition),
        asset,
        partition,
        year: file.year,
        kind: 'staging',
        pool: 'compute',
        makes: [asset],
        inputs: [],
        after: [],
      },
      inputs,
      directory,
      context: given,
    });
    return { made, directory, rows: (relation) => reader.rows(made, directory, relation) };
  };
  return {
    district,
    folder,
    stage: async (sourceId) => {
      const given = await context();
      let last: StagedFile | undefined;
      for (const file of given.sourceFiles.filter((other) => other.sourceId === sourceId)) {
        last = await stageOne(given, file);
      }
      if (last === undefined) throw new Error(`There is no file of ${sourceId}.`);
      return last;
    },
    remove: async () => {
      await reader.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Reads what was staged, with one engine for all that a test asks. */
class RowReader {
  private engine: Promise<Engine> | undefined;

  async rows(made: Made, directory: string, relation: string): Promise<Row[]> {
    const { file, key } = made.relations[relation] ?? {};
    if (file === undefined || key === undefined) throw new Error(`${relation} was not made.`);
    this.engine ??= Engine.open();
    const order = key.map((column) => `"${column}" nulls first`).join(', ');
    return await (
      await this.engine
    ).rows(`select * from read_parquet('${join(directory, file)}') order by ${order}`);
  }

  async close(): Promise<void> {
    (await this.engine)?.close();
  }
}
