import { exitCodeOf, printError } from './errors.ts';
import { failureJson } from './result-json.ts';
import { stoppedExit } from './stop.ts';

/** Tells why a command could not do what it was asked, in the form that was asked for, and sets the exit code. */
export function tellFailure(error: unknown, json: boolean, stopped = false): void {
  if (json) console.log(JSON.stringify(failureJson(error, stopped), null, 2));
  else if (!stopped) printError(error);
  process.exitCode = stopped ? stoppedExit : exitCodeOf(error);
}
