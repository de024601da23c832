import { relative } from 'node:path';
import { describeWhere, Problem } from '../../transforms/problem.ts';

/** The exit code that an error asks for; a fault of the program is 1. */
export function exitCodeOf(error: unknown): number {
  return error instanceof Problem ? error.exit : 1;
}

/** The exit code of a run in which several things may have failed: a failure counts more than a check that blocks. */
export function exitCodeOfAll(errors: readonly unknown[]): number {
  const codes = errors.map(exitCodeOf);
  if (codes.length === 0) return 0;
  return codes.find((code) => code !== 3) ?? 3;
}

/** What failed, where, and what to do, in two or three lines. */
export function errorLines(error: unknown): readonly string[] {
  if (!(error instanceof Problem)) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return [`Failed: ${what}`, 'This is a fault of the program, not of your files.'];
  }
  const place = describeWhere({ ...error.where, ...shortFile(error.where.file) }).replace(
    /: $/,
    '',
  );
  return [error.what, ...(place === '' ? [] : [`  at: ${place}`]), `  fix: ${error.fix}`];
}

export function printError(error: unknown): void {
  for (const line of errorLines(error)) console.error(line);
}

function shortFile(file: string | undefined): { file?: string } {
  if (file === undefined) return {};
  const short = relative(process.cwd(), file);
  return { file: short.startsWith('..') || short === '' ? file : short };
}
