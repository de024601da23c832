import { Problem, type ProblemDetails } from '../../transforms/problem.ts';
import { isPassing } from './retries.ts';
import { safeMessage } from '../runtime/safe-message.ts';

/** What went wrong, as plain data that never quotes a cell: it may stand in logs and travel to other machines. */
export interface FailureFacts extends Omit<ProblemDetails, 'cause'> {
  /** The whole sentence. */
  readonly message: string;
  /** Of a fault of the program: where in it. */
  readonly frames?: readonly string[];
}

/** A step that failed, or that blocks the run. */
export interface Failure {
  /** The step's id, and how a person calls it. */
  readonly step: string;
  readonly name: string;
  readonly facts: FailureFacts;
}

/** The code of a failure that is no one's but the program's. */
export const programFault = 'program_fault';

/** Describes any error. */
export function factsOf(error: unknown): FailureFacts {
  const message = safeMessage(error);
  if (error instanceof Problem) {
    const { code, rule, what, where, fix, retryable, exit } = error;
    const broken = rule === undefined ? {} : { rule };
    return { code, ...broken, what, where, fix, retryable, exit, message };
  }
  if (isPassing(error)) return { ...machineRefused(message), retryable: true, exit: 1 };
  return {
    code: programFault,
    what: message,
    where: {},
    fix: '',
    retryable: false,
    exit: 1,
    message,
    frames: framesOf(error),
  };
}

/** What a person is told of a full disk, a locked file, a share that is away. */
function machineRefused(message: string): Pick<FailureFacts, 'code' | 'what' | 'fix' | 'message'> {
  const what = `The machine could not do it, though it was tried several times: ${message}.`;
  const fix =
    'See that the disk and the memory have room, that no other program holds the file and that the share is there; then refresh again.';
  return { code: 'machine_refused', what, fix, message };
}

/** The frames of a stack, without the message above them, which may quote a cell. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  const [, frames = ''] = (error.stack ?? '').split(error.message);
  return frames.split('\n').filter((line) => /^\s+at /.test(line));
}
