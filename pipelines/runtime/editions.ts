import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from './canonical-json.ts';
import {
  copyFiles,
  filesBelow,
  isFailure,
  readTextIfThere,
  replaceFile,
  syncFolder,
  syncFoldersBelow,
  writeDurably,
} from './files.ts';
import { PointerFile, type Pointer } from './pointer.ts';
import { PrivateFolders } from './private-folders.ts';

/** The id of an edition: the same content has the same id, whenever and wherever it was made. */
export function editionId(manifest: string): string {
  return sha256(manifest).slice(0, 12);
}

/**
 * The folder of a district's outputs: editions, which are whole or not there, and the pointer to the one that
 * readers see.
 */
export class Editions {
  readonly pointer: PointerFile;
  private readonly privates: PrivateFolders;

  constructor(readonly home: string) {
    this.pointer = new PointerFile(home);
    this.privates = new PrivateFolders(join(home, 'editions', '.private'));
  }

  /** Makes the folder, removes what died half done, finishes a claim; returns what readers see. */
  async open(): Promise<Pointer | undefined> {
    await mkdir(join(this.home, 'editions'), { recursive: true });
    await this.privates.sweep();
    return this.pointer.settle();
  }

  folder(edition: string): string {
    return join(this.home, 'editions', edition);
  }

  async has(edition: string): Promise<boolean> {
    return (await readTextIfThere(join(this.folder(edition), 'manifest.json'))) !== undefined;
  }

  async hasSite(edition: string): Promise<boolean> {
    return (await readTextIfThere(join(this.folder(edition), 'site', 'index.html'))) !== undefined;
  }

  /** Adds an edition unless it is there; `fill` writes everything but the manifest. Returns its id. */
  async add(manifest: string, fill: (directory: string) => Promise<void>): Promise<string> {
    const edition = editionId(manifest);
    if (await this.has(edition)) return edition;
    await this.privates.with(async (directory) => {
      const whole = join(directory, 'edition');
      await mkdir(whole);
      await fill(whole);
      await writeDurably(join(whole, 'manifest.json'), manifest);
      await syncFoldersBelow(whole);
      await this.join(whole, this.folder(edition));
    });
    return edition;
  }

  /** Lets a built site join its edition by one rename, with the edition's name for its footer. */
  async addSite(edition: string, built: string, about: object): Promise<void> {
    if (await this.hasSite(edition)) return;
    await this.privates.with(async (directory) => {
      const site = join(directory, 'site');
      await copyFiles(built, site, await filesBelow(built));
      await writeDurably(join(site, 'edition.json'), `${JSON.stringify(about, null, 2)}\n`);
      await syncFoldersBelow(site);
      await this.join(site, join(this.folder(edition), 'site'));
    });
  }

  /** Tells the site's footer who approved the edition, and when. */
  async noteApproval(pointer: Pointer): Promise<void> {
    if (!(await this.hasSite(pointer.edition))) return;
    const file = join(this.folder(pointer.edition), 'site', 'approval.json');
    // Who accepted which check is for the district, not for readers of the site.
    const { accepted: _, ...shown } = pointer;
    const text = `${JSON.stringify(shown, null, 2)}\n`;
    if ((await readTextIfThere(file)) !== text) await replaceFile(file, text);
  }

  private async join(from: string, to: string): Promise<void> {
    try {
      await rename(from, to);
    } catch (error) {
      // Another run has added the same content in the meantime.
      if (!isFailure(error, 'ENOTEMPTY', 'EEXIST')) throw error;
      await rm(from, { recursive: true });
    }
    await syncFolder(join(to, '..'));
  }
}
