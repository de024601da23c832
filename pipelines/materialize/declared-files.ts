import { DIMENSIONS } from '../../transforms/coding/dimensions.ts';
import type { Source } from '../../transforms/config/source.ts';
import { REFERENCE_TABLES } from '../../transforms/reference-tables/index.ts';
import type { ReferenceTable } from '../../transforms/reference-tables/reference-table.ts';
import type { Plan } from '../graph/plan.ts';
import type { ConfigurationFile } from '../runtime/configuration-files.ts';
import type { MakeContext } from './make.ts';
import { stagedSource } from './staged-source.ts';

type Context = Pick<MakeContext, 'district' | 'configuration'>;

/** Reads every file of the configuration that a step of the plan declares, so that all steps see the same. */
export async function readDeclaredFiles(
  { steps }: Plan,
  context: Context & Pick<MakeContext, 'sourceFiles'>,
): Promise<void> {
  for (const step of steps) {
    if (step.kind === 'staging') await lookupFiles(context, stagedSource(step, context).source);
    if (step.kind === 'coding') await codingTables(context);
    if (step.kind === 'reference') await referenceFile(step.asset, context);
  }
}

/** The names of the lookup tables that a source's columns use. */
export function lookupsOf({ columns }: Pick<Source, 'columns'>): readonly string[] {
  return [...new Set(Object.values(columns).flatMap(({ lookup }) => lookup ?? []))];
}

/** The files of a source's lookups that are there. */
export async function lookupFiles(
  { district, configuration }: Context,
  source: Source,
): Promise<readonly ConfigurationFile[]> {
  const paths = lookupsOf(source).flatMap((name) => district.lookups[name]?.file ?? []);
  return there(paths.map((path) => configuration.ofDistrict(path)));
}

/** The rule table of a dimension, by its path in the district's folder. */
export function codingTable(dimension: string): string {
  return `coding/${dimension}.csv`;
}

/** The rule tables of a district that are there, one per dimension. */
export function codingTables({
  configuration,
}: Pick<Context, 'configuration'>): Promise<readonly ConfigurationFile[]> {
  return there(DIMENSIONS.map((dimension) => configuration.ofDistrict(codingTable(dimension))));
}

/** The list that a relation of staging is made of. */
export function referenceTable(relation: string): ReferenceTable {
  const table = REFERENCE_TABLES.find(({ contract }) => `staging.${contract.name}` === relation);
  if (!table) throw new Error(`There is no reference table ${relation}`);
  return table;
}

/** The file of a list: the district's own, else the one that every district shares; none is possible. */
export async function referenceFile(
  relation: string,
  { configuration }: Pick<Context, 'configuration'>,
): Promise<ConfigurationFile | undefined> {
  const { districtFile, standardFile } = referenceTable(relation);
  const own =
    districtFile === undefined
      ? undefined
      : await configuration.ofDistrict(`coding/${districtFile}`);
  return own ?? (standardFile === undefined ? undefined : configuration.shared(standardFile));
}

async function there(
  files: readonly Promise<ConfigurationFile | undefined>[],
): Promise<readonly ConfigurationFile[]> {
  return (await Promise.all(files)).filter((file) => file !== undefined);
}
