import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './canonical-json.ts';
import { isFailure } from './files.ts';

/** A file that people keep beside `district.yaml`, or that every district shares. */
export interface ConfigurationFile {
  /** How a person calls it: its path in the district's folder, or `standards/purposes.csv`. */
  readonly name: string;
  readonly bytes: Buffer;
  readonly sha256: string;
}

/**
 * The configuration of one run besides `district.yaml`. Each file is read once: what a step's key was made from is
 * what the step works with, and all steps see the same, whoever saves a file while the run goes on.
 */
export class ConfigurationFiles {
  private readonly files = new Map<string, Promise<ConfigurationFile | undefined>>();

  constructor(
    private readonly districtFolder: string,
    private readonly standardsFolder: string,
  ) {}

  /** A file of the district's folder, by its path in there; undefined when there is none. */
  ofDistrict(path: string): Promise<ConfigurationFile | undefined> {
    return this.once(path, join(this.districtFolder, path));
  }

  /** A file that every district shares, by its name. */
  shared(path: string): Promise<ConfigurationFile | undefined> {
    return this.once(`standards/${path}`, join(this.standardsFolder, path));
  }

  /** sha256 of every file that this run has read, by name. */
  async hashes(): Promise<Readonly<Record<string, string>>> {
    const read = await Promise.all(this.files.values());
    return hashesOf(read.filter((file) => file !== undefined));
  }

  private once(name: string, path: string): Promise<ConfigurationFile | undefined> {
    const known = this.files.get(name) ?? readIfThere(name, path);
    this.files.set(name, known);
    return known;
  }
}

/** sha256 of each file, by name. */
export function hashesOf(files: readonly ConfigurationFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map((file) => [file.name, file.sha256]));
}

async function readIfThere(name: string, path: string): Promise<ConfigurationFile | undefined> {
  try {
    const bytes = await readFile(path);
    return { name, bytes, sha256: sha256(bytes) };
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
