import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readApprovals } from '../runtime/approvals.ts';
import { namesIn } from '../runtime/files.ts';
import { type EditionFacts, readEditionFacts } from '../refresh/edition-facts.ts';

/** An edition that is there. */
export interface ListedEdition {
  readonly edition: string;
  readonly facts: EditionFacts;
  /** When it was made here. */
  readonly madeAt: Date;
  /** Whether readers ever saw it. */
  readonly approved: boolean;
}

/** The editions of a home, the newest first; a folder that is no edition, such as a private one, is left out. */
export async function listEditions(home: string): Promise<readonly ListedEdition[]> {
  const approved = new Set((await readApprovals(home)).map(({ edition }) => edition));
  const names = (await namesIn(join(home, 'editions'))).filter((name) => !name.startsWith('.'));
  const found = await Promise.all(
    names.map(async (edition): Promise<ListedEdition | undefined> => {
      const folder = join(home, 'editions', edition);
      const facts = await readEditionFacts(folder);
      if (!facts) return undefined;
      const { mtime } = await stat(join(folder, 'manifest.json'));
      return { edition, facts, madeAt: mtime, approved: approved.has(edition) };
    }),
  );
  return found
    .filter((edition) => edition !== undefined)
    .sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
}
