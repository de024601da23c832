import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { hashJson } from './canonical-json.ts';
import { isFailure, readTextIfThere, syncFolder, writeDurably } from './files.ts';
import { ofKnownFormat } from './known-format.ts';
import { PrivateFolders } from './private-folders.ts';
import { areWhole, describeFiles, type StoredFile } from './step-files.ts';
import { keyOf, type StepInputs } from './step-key.ts';

/** `step.json`: what a step was made from, and what it wrote. */
export interface StepRecord {
  readonly format: 1;
  readonly asset: string;
  readonly partition: string;
  readonly key: string;
  readonly madeFrom: StepInputs;
  /** By path from the step's folder. */
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly relations: Readonly<
    Record<
      string,
      { readonly file: string; readonly rows: number; readonly key: readonly string[] }
    >
  >;
  readonly offenders?: number;
  readonly messages?: readonly string[];
}

/** A step that is in the store, whole. */
export interface StoredStep {
  readonly record: StepRecord;
  readonly folder: string;
}

type Written = Pick<StepRecord, 'relations' | 'offenders' | 'messages'>;

/**
 * What was made, by what it was made from. A step's folder is written aside and renamed, so it is there whole or not
 * at all; one that is there already wins, since the same key means the same bytes. Holds rows of persons: mode 0700.
 */
export class Store {
  private readonly privates: PrivateFolders;

  constructor(readonly folder: string) {
    this.privates = new PrivateFolders(join(folder, '.private'));
  }

  /** Makes the folder, and removes what runs that died have left half done. */
  async open(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await this.privates.sweep();
  }

  /**
   * The step with this key, if it was ever made and is there whole: a file that is gone, cut off or of another size, as after
   * a disk that was full or a hand that tidied up, makes it one to be made again.
   */
  async find(asset: string, partition: string, key: string): Promise<StoredStep | undefined> {
    const folder = this.place(asset, partition, key);
    const text = await readTextIfThere(join(folder, 'step.json'));
    if (text === undefined) return undefined;
    const record = readRecord(text);
    if (!record) return undefined;
    ofKnownFormat(record, { code: 'store_format_unknown', what: 'The store', file: folder });
    return (await areWhole(record.files, folder)) ? { record, folder } : undefined;
  }

  /** Has `make` fill an empty folder, and keeps it under the step's key. */
  async add(
    asset: string,
    partition: string,
    madeFrom: StepInputs,
    make: (directory: string) => Promise<Written>,
  ): Promise<StoredStep> {
    const key = keyOf(asset, partition, madeFrom);
    const folder = this.place(asset, partition, key);
    await mkdir(dirname(folder), { recursive: true });
    await this.privates.with(async (directory) => {
      const { relations, offenders, messages } = await make(directory);
      const files = await describeFiles(directory);
      const record: StepRecord = {
        format: 1,
        asset,
        partition,
        key,
        madeFrom,
        files,
        relations,
        ...(offenders === undefined ? {} : { offenders }),
        ...(messages === undefined ? {} : { messages }),
      };
      await writeDurably(join(directory, 'step.json'), `${JSON.stringify(record, null, 2)}\n`);
      await syncFolder(directory);
      if (
        !(await renameUnlessThere(directory, folder)) &&
        !(await this.find(asset, partition, key))
      ) {
        const damaged = `${directory}.damaged`;
        await rename(folder, damaged);
        await rename(directory, folder);
        await rm(damaged, { recursive: true });
      }
      await syncFolder(dirname(folder));
    });
    const stored = await this.find(asset, partition, key);
    if (!stored) throw new Error(`${folder} was written and is not there`);
    return stored;
  }

  /** Marks a step as used now, so that tidying up leaves it for a while. `now` is the caller's clock. */
  async markUse({ folder }: StoredStep, now: Date = new Date()): Promise<void> {
    await utimes(join(folder, 'step.json'), now, now);
  }

  /** The step that a run used last in this place, to say why another one is made now. */
  async last(asset: string, slot: string): Promise<StepRecord | undefined> {
    const note = await readTextIfThere(this.lastNote(asset, slot));
    if (note === undefined) return undefined;
    // It is written without care for power cuts, and only a reason is lost with it.
    const { partition, key } = parseObject<{ partition: string; key: string }>(note) ?? {};
    if (partition === undefined || key === undefined) return undefined;
    return (await this.find(asset, partition, key))?.record;
  }

  /** Remembers which step was used last in this place. */
  async setLast(asset: string, slot: string, record: StepRecord): Promise<void> {
    const note = JSON.stringify({ partition: record.partition, key: record.key });
    const file = this.lastNote(asset, slot);
    if ((await readTextIfThere(file)) === note) return;
    await mkdir(dirname(file), { recursive: true });
    // Only a reason hangs on it: it need not outlive a power cut.
    const fresh = `${file}.${randomUUID()}`;
    await writeFile(fresh, note);
    await rename(fresh, file);
  }

  private place(asset: string, partition: string, key: string): string {
    return join(this.folder, asset, fileName(partition), key);
  }

  private lastNote(asset: string, slot: string): string {
    return join(this.folder, asset, '.last', `${hashJson(slot).slice(0, 16)}.json`);
  }
}

/** What a `step.json` says; undefined for one that is cut off, whose text may stand in no message. */
export function readRecord(text: string): StepRecord | undefined {
  return parseObject<StepRecord>(text);
}

function parseObject<T extends object>(text: string): T | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as T) : undefined;
  } catch {
    return undefined;
  }
}

/** A partition's label as the name of a folder. */
function fileName(label: string): string {
  return label.replaceAll(/[^A-Za-z0-9_.-]/g, '-');
}

/** False when something stands there. */
async function renameUnlessThere(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (!isFailure(error, 'ENOTEMPTY', 'EEXIST')) throw error;
    return false;
  }
}
