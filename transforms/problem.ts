import type { RuleId } from './quality/rule-id.ts';

/** Where a problem stands: a file as the user knows it, the line as an editor or a spreadsheet counts it, and the column's name. */
export interface Where {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
}

/** Exit codes of the command: 0 done, 1 failed, 2 wrong usage, 3 blocked by a check. */
type ExitCode = 1 | 2 | 3;

export interface ProblemDetails {
  /** A stable name for tools, such as `column_missing`. */
  readonly code: string;
  /** The quality rule that it breaks, where there is one. */
  readonly rule?: RuleId;
  /** What failed, in a sentence, never with the value of a cell. */
  readonly what: string;
  /** What a person can do about it, in a sentence. */
  readonly fix: string;
  readonly where?: Where;
  readonly retryable?: boolean;
  readonly exit?: ExitCode;
  readonly cause?: unknown;
}

/** The one error class of the product: what failed, where, and what to do. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: string;
  readonly rule: RuleId | undefined;
  readonly what: string;
  readonly fix: string;
  readonly where: Where;
  readonly retryable: boolean;
  readonly exit: ExitCode;

  constructor(details: ProblemDetails) {
    super(`${describeWhere(details.where)}${details.what} ${details.fix}`, {
      cause: details.cause,
    });
    this.code = details.code;
    this.rule = details.rule;
    this.what = details.what;
    this.fix = details.fix;
    this.where = details.where ?? {};
    this.retryable = details.retryable ?? false;
    this.exit = details.exit ?? 1;
  }
}

/** `file:line, column NAME: `, with what is known; empty when nothing is. */
export function describeWhere(where: Where | undefined): string {
  if (!where) return '';
  const place = [where.file, where.line].filter((part) => part !== undefined).join(':');
  const column = where.column === undefined ? '' : `column ${where.column}`;
  const all = [place, column].filter((part) => part !== '').join(', ');
  return all === '' ? '' : `${all}: `;
}
