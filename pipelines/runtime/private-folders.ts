import { randomUUID } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { sha256 } from './canonical-json.ts';
import { endOrphans } from './child-process.ts';
import { namesIn } from './files.ts';
import { markOf } from './processes.ts';

/**
 * Folders that one process works in before it renames the result to where others look. A folder's name tells which
 * process of which host owns it, so that a later run there can tell an abandoned one from one in use.
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

  /** The folders that are there, by the names of their owners. */
  async list(): Promise<readonly PrivateFolder[]> {
    return (await namesIn(this.folder)).map((name) => ({ name, owner: ownerOf(name) }));
  }

  /** Removes a folder, and ends what its owner had started. */
  async remove(name: string): Promise<void> {
    await endOrphans(join(this.folder, name));
    await rm(join(this.folder, name), { recursive: true, force: true });
  }

  /** Removes the folders of this host's processes that are gone. */
  async sweep(): Promise<void> {
    for (const { name, owner } of await this.list()) if (owner === 'gone') await this.remove(name);
  }
}

export interface PrivateFolder {
  readonly name: string;
  /** `elsewhere`: a process of another host, of which nothing can be told here. */
  readonly owner: 'runs' | 'gone' | 'elsewhere';
}

/**
 * The numbers of processes mean something on one host only, or in one container of it: whose folder it is on another
 * one that shares this disk cannot be told here, so it is left alone.
 */
const thisHost = sha256(`${hostname()} ${processSpace()}`).slice(0, 8);

function ownerOf(name: string): PrivateFolder['owner'] {
  if (!name.startsWith(`${thisHost}-`)) return 'elsewhere';
  const owner = ownerPrefix(Number.parseInt(name.slice(thisHost.length + 1), 10));
  return owner !== undefined && name.startsWith(owner) ? 'runs' : 'gone';
}

/** `<host>-<process id>-<digest of when it started>-`; undefined when no such process runs. */
function ownerPrefix(pid: number): string | undefined {
  const mark = Number.isInteger(pid) ? markOf(pid) : undefined;
  return mark && `${thisHost}-${mark.pid}-${sha256(mark.started).slice(0, 8)}-`;
}

/** The space in which process numbers are counted, where the system has several. */
function processSpace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
