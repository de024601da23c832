import { randomUUID } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './canonical-json.ts';
import { endOrphans } from './child-process.ts';
import { namesIn } from './files.ts';
import { markOf } from './processes.ts';

/**
 * Folders that one process works in before it renames the result to where others look.
 * A folder's name tells which process owns it, so that a later run can tell an abandoned one from one in use.
 */
export class PrivateFolders {
  constructor(private readonly folder: string) {}

  /** Gives an empty folder to `use`; what is left of it is removed in the end, whether `use` succeeds or not. */
  async with<T>(use: (directory: string) => Promise<T>): Promise<T> {
    const directory = join(this.folder, `${ownerPrefix(process.pid) ?? ''}${randomUUID()}`);
    await mkdir(directory, { recursive: true, mode: 0o700 });
    try {
      return await use(directory);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }

  /** Removes the folders of processes that are gone, and ends what those had started. */
  async sweep(): Promise<void> {
    for (const name of await namesIn(this.folder)) {
      const owner = ownerPrefix(Number.parseInt(name, 10));
      if (owner === undefined || !name.startsWith(owner)) {
        await endOrphans(join(this.folder, name));
        await rm(join(this.folder, name), { recursive: true, force: true });
      }
    }
  }
}

/** `<process id>-<digest of when it started>-`; undefined when no such process runs. */
function ownerPrefix(pid: number): string | undefined {
  const mark = Number.isInteger(pid) ? markOf(pid) : undefined;
  return mark && `${mark.pid}-${sha256(mark.started).slice(0, 8)}-`;
}
