import { stat } from 'node:fs/promises';
import { Problem } from '../../transforms/problem.ts';
import { isFailure } from './files.ts';

/**
 * Reads a file that a district has sent. One that is away, that nobody may read, or a link that leads nowhere is the
 * sender's business and not a fault of the program.
 */
export async function readable<T>(file: string, path: string, read: () => Promise<T>): Promise<T> {
  if (UNPRINTABLE.test(file)) throw unprintable(file);
  try {
    const found = await stat(path);
    // A pipe or a device would never end.
    if (!found.isFile()) throw notAFile(file, found.isDirectory());
    return await read();
  } catch (cause) {
    const gone = isFailure(cause, 'ENOENT', 'ENOTDIR', 'ELOOP');
    if (!gone && !isFailure(cause, 'EACCES', 'EPERM', 'EISDIR')) throw cause;
    throw new Problem({
      code: 'file_unreadable',
      rule: 'F01',
      what: gone
        ? 'The file is gone, or is a link to one that is not there.'
        : 'The file may not be read by this program.',
      fix: gone
        ? 'Put the file back, then run the command again.'
        : 'Give the account that runs this program the right to read it.',
      where: { file },
      cause,
    });
  }
}

function notAFile(file: string, folder: boolean): Problem {
  return new Problem({
    code: 'file_unreadable',
    rule: 'F01',
    what: folder
      ? 'It is a folder, or a link to one, and links to folders are not followed.'
      : 'It is no file that can be read, but a pipe, a device or the like.',
    fix: 'Take it out of the folder, and put the file itself there.',
    where: { file },
  });
}

/** Control characters, which a terminal obeys, and letters that are not in the character set of the file system. */
const UNPRINTABLE = /[\p{Cc}\ufffd]/u;

function unprintable(name: string): Problem {
  return new Problem({
    code: 'file_name_unprintable',
    what: 'The name of the file has characters that cannot be printed.',
    fix: 'Give it a name of letters, digits and usual signs.',
    where: { file: name.replaceAll(new RegExp(UNPRINTABLE, 'gu'), '?') },
  });
}
