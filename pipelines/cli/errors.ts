import { describeWhere, Problem } from '../../transforms/problem.ts';
import { type FailureFacts, factsOf, programFault } from '../refresh/failure.ts';
import { shortPath } from './folders.ts';

/** The exit code that an error asks for; a fault of the program is 1. */
export function exitCodeOf(error: unknown): number {
  return error instanceof Problem ? error.exit : 1;
}

/** The exit code of a run in which several things may have failed: a failure counts more than a check that blocks. */
export function exitCodeOfAll(failures: readonly Pick<FailureFacts, 'exit'>[]): number {
  const codes = failures.map(({ exit }) => exit ?? 1);
  if (codes.length === 0) return 0;
  return codes.find((code) => code !== 3) ?? 3;
}

/** What failed, where, and what to do, in two or three lines. `step` tells where in the run, if it is the program's fault. */
export function failureLines(facts: FailureFacts, step?: string): readonly string[] {
  if (facts.code === programFault) {
    const where = step === undefined ? 'Failed' : `Failed in ${step}`;
    return [
      `${where}: ${facts.what}`,
      'This is a fault of the program, not of your files.',
      ...(facts.frames ?? []),
    ];
  }
  const file = facts.where?.file;
  const where = file === undefined ? facts.where : { ...facts.where, file: shortPath(file) };
  const place = describeWhere(where).replace(/: $/, '');
  const what = facts.rule === undefined ? facts.what : `Rule ${facts.rule}: ${facts.what}`;
  return [what, ...(place === '' ? [] : [`  at: ${place}`]), `  fix: ${facts.fix}`];
}

export function printFailure(facts: FailureFacts, step?: string): void {
  for (const line of failureLines(facts, step)) console.error(line);
}

export function printError(error: unknown): void {
  printFailure(factsOf(error));
}
