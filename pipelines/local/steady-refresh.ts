import { readProgram, refuseChangedProgram } from '../refresh/program.ts';
import { refresh } from './refresh.ts';

/** The code of the problem that the program's files are no longer those that this process runs. */
export const programChangedCode = 'program_changed';

/** The embedded runner for a process that lives long: it refuses when the program was updated under it. */
export async function steadyRefresh(): Promise<typeof refresh> {
  const program = await readProgram();
  return async (request, place) => {
    await refuseChangedProgram(program);
    return refresh(request, place);
  };
}
