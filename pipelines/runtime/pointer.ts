import { randomUUID } from 'node:crypto';
import { link, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../transforms/problem.ts';
import { isFailure, readTextIfThere, replaceFile, syncFolder, writeDurably } from './files.ts';
import { ofKnownFormat } from './known-format.ts';

/** Who let a check pass on which the edition rests, and when. */
export interface AcceptedBy {
  readonly check: string;
  /** The fiscal year that the check looked at, or `all`. */
  readonly partition: string;
  readonly by: string;
  readonly at: string;
}

/** Which edition readers see, and how it came to be that one. */
export interface Pointer {
  readonly format: 1;
  readonly edition: string;
  /** 1 for the first edition that was ever published here. */
  readonly sequence: number;
  /** The edition that readers saw before. */
  readonly previous: string | null;
  readonly approved_at: string;
  readonly by: string;
  readonly note: string | null;
  /** Left out where every check was silent. */
  readonly accepted?: readonly AcceptedBy[];
}

/** Who lets readers see an edition, and when: the only facts about it that are not part of it. */
export type Approval = Pick<Pointer, 'approved_at' | 'by' | 'note' | 'accepted'>;

export type Published = { readonly pointer: Pointer; readonly already: boolean };

/**
 * The pointer of a district's folder, moved by compare-and-swap. A publisher first claims the next number with an
 * exclusive link, which one of two can win, and then renames `current.json`. One that dies in between leaves a
 * claim ahead of the pointer; whoever comes next finishes it.
 */
export class PointerFile {
  private readonly file: string;
  private readonly approvals: string;

  constructor(folder: string) {
    this.file = join(folder, 'current.json');
    this.approvals = join(folder, 'approvals');
  }

  /** What readers see now, as it is written. */
  async read(): Promise<Pointer | undefined> {
    const text = await readTextIfThere(this.file);
    return text === undefined ? undefined : parsePointer(text, this.file);
  }

  /** What readers see once every claim is finished. */
  async settle(): Promise<Pointer | undefined> {
    for (;;) {
      const current = await this.read();
      const last = await this.lastClaim(current?.sequence ?? 0);
      // Another publisher may have moved past the claim that was just written: look again until nothing is ahead.
      if (last === undefined) return current;
      await replaceFile(this.file, printPointer(last));
    }
  }

  /**
   * Makes `edition` the one that readers see, if they still see what they saw when the run started (`seen`, its
   * number; null when there was none).
   * A `Problem` when another edition was published since; the same edition is "already published".
   */
  async publish(edition: string, seen: number | null, approval: Approval): Promise<Published> {
    const current = await this.settle();
    if (current?.edition === edition) return { pointer: current, already: true };
    if ((current?.sequence ?? null) !== seen) throw moved(current);
    const pointer: Pointer = {
      format: 1,
      edition,
      sequence: (current?.sequence ?? 0) + 1,
      previous: current?.edition ?? null,
      approved_at: approval.approved_at,
      by: approval.by,
      note: approval.note,
      ...(approval.accepted?.length ? { accepted: approval.accepted } : {}),
    };
    if (!(await this.tryClaim(pointer))) {
      const winner = await this.settle();
      if (winner?.edition === edition) return { pointer: winner, already: true };
      throw moved(winner);
    }
    await this.settle();
    return { pointer, already: false };
  }

  private async tryClaim(pointer: Pointer): Promise<boolean> {
    await mkdir(this.approvals, { recursive: true });
    const fresh = join(this.approvals, `.${randomUUID()}`);
    await writeDurably(fresh, printPointer(pointer));
    try {
      await link(fresh, this.place(pointer.sequence));
      await syncFolder(this.approvals);
      return true;
    } catch (error) {
      if (isFailure(error, 'EEXIST')) return false;
      throw error;
    } finally {
      await rm(fresh, { force: true });
    }
  }

  private async lastClaim(after: number): Promise<Pointer | undefined> {
    let last: Pointer | undefined;
    for (let sequence = after + 1; ; sequence += 1) {
      const claim = await this.claim(sequence);
      if (!claim) return last;
      last = claim;
    }
  }

  private async claim(sequence: number): Promise<Pointer | undefined> {
    const text = await readTextIfThere(this.place(sequence));
    return text === undefined ? undefined : parsePointer(text, this.place(sequence));
  }

  private place(sequence: number): string {
    return join(this.approvals, `${sequence}.json`);
  }
}

function printPointer(pointer: Pointer): string {
  return `${JSON.stringify(pointer, null, 2)}\n`;
}

function parsePointer(text: string, file: string): Pointer {
  return ofKnownFormat(JSON.parse(text) as Pointer, {
    code: 'pointer_format_unknown',
    what: 'The pointer to the current edition',
    file,
  });
}

function moved(current: Pointer | undefined): Problem {
  return new Problem({
    code: 'pointer_moved',
    what: `Another refresh published edition ${current?.edition ?? '(none)'} while this one ran, so this one was not published.`,
    fix: 'Look at what was published, and refresh again if yours should replace it.',
  });
}
