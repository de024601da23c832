import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../transforms/problem.ts';
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
 * The text of a table that people keep by hand. A spreadsheet program saves it in the letters of Windows, or as UTF-16,
 * unless it is told otherwise: read as UTF-8, its accents would be lost without a word.
 * @throws Problem with the line, for any other character set than UTF-8.
 */
export function textOfTable({ name, bytes }: ConfigurationFile): string {
  const wide = ['fffe', 'feff'].includes(bytes.toString('hex', 0, 2));
  if (!wide && isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8');
  const lines = bytes.toString('latin1').split('\n');
  const bad = lines.findIndex(
    (line) => line.includes('\0') || !isUtf8(Buffer.from(line, 'latin1')),
  );
  throw new Problem({
    code: 'table_not_utf8',
    rule: wide ? 'F03' : 'F02',
    what: 'The table is not in UTF-8.',
    fix: 'Save it as “CSV UTF-8”.',
    where: { file: name, line: wide ? 1 : bad + 1 },
    exit: 2,
  });
}

/** A configuration file as plain data: its bytes in base 64, or `null` when there is none of this name. */
export type FrozenFile = string | null;

/**
 * The configuration of one run besides `district.yaml`. Each file is read once: what a step's key was made from is
 * what the step works with, and all steps see the same, whoever saves a file while the run goes on.
 */
export class ConfigurationFiles {
  private readonly files = new Map<string, Promise<ConfigurationFile | undefined>>();

  private constructor(
    private readonly read: (name: string) => Promise<ConfigurationFile | undefined>,
  ) {}

  /**
   * The files as they are in these folders. What is in `coding/` may come from a district with the same chart instead:
   * `codingOf` is its folder, seen from this district's.
   */
  static in(
    districtFolder: string,
    standardsFolder: string,
    codingOf?: string,
  ): ConfigurationFiles {
    return new ConfigurationFiles(async (name) => {
      if (name.startsWith(sharedPrefix)) {
        return readIfThere(name, join(standardsFolder, name.slice(sharedPrefix.length)));
      }
      const own = await readIfThere(name, join(districtFolder, name));
      if (own !== undefined || codingOf === undefined || !name.startsWith('coding/')) return own;
      return readIfThere(join(codingOf, name), join(districtFolder, codingOf, name));
    });
  }

  /** The files as a run has read them before. */
  static frozen(files: Readonly<Record<string, FrozenFile>>): ConfigurationFiles {
    return new ConfigurationFiles((name) => {
      const text = files[name];
      if (text === undefined) throw new Error(`${name} was not read when the run was planned`);
      return Promise.resolve(text === null ? undefined : fileOf(name, Buffer.from(text, 'base64')));
    });
  }

  /** A file of the district's folder, by its path in there; undefined when there is none. */
  ofDistrict(path: string): Promise<ConfigurationFile | undefined> {
    return this.once(path);
  }

  /** A file that every district shares, by its name. */
  shared(path: string): Promise<ConfigurationFile | undefined> {
    return this.once(`${sharedPrefix}${path}`);
  }

  /** Every file that was asked for so far, as plain data. */
  async freeze(): Promise<Readonly<Record<string, FrozenFile>>> {
    const entries = [...this.files].map(
      async ([name, file]) => [name, (await file)?.bytes.toString('base64') ?? null] as const,
    );
    return Object.fromEntries((await Promise.all(entries)).sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  private once(name: string): Promise<ConfigurationFile | undefined> {
    const known = this.files.get(name) ?? this.read(name);
    this.files.set(name, known);
    return known;
  }
}

const sharedPrefix = 'standards/';

/** sha256 of each file, by name. */
export function hashesOf(files: readonly ConfigurationFile[]): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map((file) => [file.name, file.sha256]));
}

/** sha256 of each frozen file that is there, by name. */
export function hashesOfFrozen(
  files: Readonly<Record<string, FrozenFile>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([name, text]) =>
      text === null ? [] : [[name, sha256(Buffer.from(text, 'base64'))] as const],
    ),
  );
}

function fileOf(name: string, bytes: Buffer): ConfigurationFile {
  return { name, bytes, sha256: sha256(bytes) };
}

async function readIfThere(name: string, path: string): Promise<ConfigurationFile | undefined> {
  try {
    return fileOf(name, await readFile(path));
  } catch (error) {
    if (isFailure(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
}
