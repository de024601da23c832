import { stat } from 'node:fs/promises';
import { Problem } from '../../transforms/problem.ts';
import { isFailure } from './files.ts';

/**
 * Reads a file that a district has sent. One that is away, that nobody may read, or a link that leads nowhere is the
 * sender's business and not a fault of the program.
 */
export async function readable<T>(file: string, path: string, read: () => Promise<T>): Promise<T> {
  try {
    // A pipe or a device would never end.
    if (!(await stat(path)).isFile()) throw notAFile(file);
    return await read();
  } catch (cause) {
    const gone = isFailure(cause, 'ENOENT', 'ENOTDIR', 'ELOOP');
    if (!gone && !isFailure(cause, 'EACCES', 'EPERM', 'EISDIR')) throw cause;
    throw new Problem({
      code: 'file_unreadable',
      rule: 'F01',
      what: gone
        ? 'The file is gone, or is a link to a file that is not there.'
        : 'The file may not be read by this program.',
      fix: gone
        ? 'Put the file back, then run the command again.'
        : 'Give the account that runs this program the right to read it.',
      where: { file },
      cause,
    });
  }
}

function notAFile(file: string): Problem {
  return new Problem({
    code: 'file_unreadable',
    rule: 'F01',
    what: 'It is no file that can be read, but a pipe, a device or the like.',
    fix: 'Take it out of the folder, and put the file itself there.',
    where: { file },
  });
}
