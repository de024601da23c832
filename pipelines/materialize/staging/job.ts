import type { Source } from '../../../transforms/config/source.ts';
import { fillTokens } from '../../../transforms/config/year-tokens.ts';
import type { Correction } from '../../../transforms/reference-tables/read-corrections.ts';
import type { Contract } from '../../../transforms/contract/contract.ts';
import type { Positions } from './sender-columns.ts';
import type { Prescan } from '../../runtime/formats/sent-file.ts';

/** What of a source the reading of its file follows from; a list that people keep by hand has no more. */
export type FileSource = Pick<
  Source,
  'id' | 'format' | 'number_format' | 'date_format' | 'keep' | 'drop' | 'reshape' | 'columns'
>;

/** One file on its way to a typed relation: all that its SQL follows from. */
export interface StagingJob {
  readonly contract: Contract;
  readonly source: FileSource;
  /** How the user knows the file; for messages only. */
  readonly fileName: string;
  readonly fileKey: string;
  /** The fiscal year that the file's name says. */
  readonly fileYear: number | null;
  /** What `{fiscal_year}` stands for in constants and filters. */
  readonly tokenYear: number | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  readonly facts: Prescan;
  readonly positions: Positions;
  /** The rows of a file that this one is sent beside and may neither repeat nor lack: `null` without such a file. */
  readonly beside: string | null;
  /** What the district corrects in files of this kind. */
  readonly corrections: readonly Correction[];
}

/** Fills the names in braces of a text of the configuration. */
export function fill(job: StagingJob, template: string): string {
  return fillTokens(template, job.tokenYear, job.parameters);
}
