import { describeWhere, Problem } from '../../transforms/problem.ts';
import { safeMessage } from '../runtime/safe-message.ts';
import { shortPath } from './folders.ts';

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

/** What failed, where, and what to do, in two or three lines. `step` tells where in the run, if it is the program's fault. */
export function errorLines(error: unknown, step?: string): readonly string[] {
  if (!(error instanceof Problem)) {
    const where = step === undefined ? 'Failed' : `Failed in ${step}`;
    return [
      `${where}: ${safeMessage(error)}`,
      'This is a fault of the program, not of your files.',
      ...framesOf(error),
    ];
  }
  const { file } = error.where;
  const where = file === undefined ? error.where : { ...error.where, file: shortPath(file) };
  const place = describeWhere(where).replace(/: $/, '');
  return [error.what, ...(place === '' ? [] : [`  at: ${place}`]), `  fix: ${error.fix}`];
}

export function printError(error: unknown, step?: string): void {
  for (const line of errorLines(error, step)) console.error(line);
}

/** Where in the program it happened; the frames of a stack, without the message above them, which may quote a cell. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const [, frames = ''] = (error.stack ?? '').split(error.message);
  return frames.split('\n').filter((line) => /^\s+at /.test(line));
}
