import type { District } from '../../../transforms/config/district.ts';
import type { Source } from '../../../transforms/config/source.ts';
import { fillTokens } from '../../../transforms/config/year-tokens.ts';
import type { Contract } from '../../../transforms/contract/contract.ts';
import type { Prescan } from '../../runtime/csv/prescan-csv.ts';
import type { Positions } from './sender-columns.ts';

/** One file on its way to a typed relation: all that its SQL follows from. */
export interface StagingJob {
  readonly contract: Contract;
  readonly source: Source;
  /** How the user knows the file; for messages only. */
  readonly fileName: string;
  readonly fileKey: string;
  /** The fiscal year that the file's name says. */
  readonly fileYear: number | null;
  /** What `{fiscal_year}` stands for in constants and filters. */
  readonly tokenYear: number | null;
  readonly parameters: Readonly<Record<string, string>>;
  readonly missing: readonly string[];
  readonly chart: District['map']['chart'];
  readonly facts: Prescan;
  readonly positions: Positions;
}

/** Fills the names in braces of a text of the configuration. */
export function fill(job: StagingJob, template: string): string {
  return fillTokens(template, job.tokenYear, job.parameters);
}
