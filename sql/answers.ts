import type { Model } from './catalog.ts';
import { FINDINGS } from './findings-model.ts';

/** What an extract lets the district see, and the table that shows it. */
export interface Answer {
  readonly extract: string;
  readonly relation: string;
  readonly answers: string;
}

/**
 * For each extract that some table reads: the nearest tables on the way from its rows to the pages whose header says
 * what they answer. Found by what the models read, so that no list by hand can be behind. That quality rules look at an
 * extract is told only where nothing else is: they look at nearly all.
 */
export function answersOf(
  extracts: readonly string[],
  models: readonly Model[],
  references: ReadonlyMap<string, readonly string[]>,
): readonly Answer[] {
  const tables = models.filter((model) => model.kind === 'table');
  const readersOf = (relation: string) =>
    tables.filter((table) => references.get(table.relation)?.includes(relation) === true);
  return extracts.flatMap((extract) => {
    const seen = new Set<string>();
    const found: Answer[] = [];
    const follow = (relation: string): void => {
      for (const { relation: reader, header } of readersOf(relation)) {
        if (seen.has(reader)) continue;
        seen.add(reader);
        if (header.answers === undefined) follow(reader);
        else found.push({ extract, relation: reader, answers: header.answers.trim() });
      }
    };
    follow(`staging.${extract}`);
    const own = found.filter(({ relation }) => relation !== FINDINGS);
    return (own.length > 0 ? own : found).sort((a, b) => (a.relation < b.relation ? -1 : 1));
  });
}
