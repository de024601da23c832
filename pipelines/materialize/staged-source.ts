import type { Source } from '../../transforms/config/source.ts';
import type { PlannedStep } from '../graph/plan.ts';
import type { SourceFile } from '../runtime/sources.ts';
import type { MakeContext } from './make.ts';

/** The partition of a staged file, with the files in which rows of it are sent again. */
export function sourceLabel({
  sourceId,
  fileKey,
  sentAgain,
}: Pick<SourceFile, 'sourceId' | 'fileKey' | 'sentAgain'>): string {
  return `${sourceId}/${[fileKey, ...sentAgain.map((file) => file.fileKey)].join('+')}`;
}

/** A file of an extract, and how `district.yaml` says that it is read. */
export interface StagedSource {
  readonly file: SourceFile;
  readonly source: Source;
}

/** What a staging step reads. */
export function stagedSource(
  step: Pick<PlannedStep, 'id' | 'asset' | 'partition'>,
  { district, sourceFiles }: Pick<MakeContext, 'district' | 'sourceFiles'>,
): StagedSource {
  const file = sourceFiles.find(
    (candidate) =>
      step.partition === sourceLabel(candidate) && step.asset === `staging.${candidate.extract}`,
  );
  const source = district.sources.find(({ id }) => id === file?.sourceId);
  if (!file || !source) throw new Error(`${step.id} has no source file`);
  return { file, source };
}

/** How a person calls a source file in a reason: `ledger FY2024`. */
export function nameOfSource(file: Pick<SourceFile, 'sourceId' | 'year'>): string {
  return file.year === null ? file.sourceId : `${file.sourceId} FY${file.year}`;
}
