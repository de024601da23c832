import type { BatchItem } from '../../refresh/batch.ts';

/** Of the 64 KB that nothing may pass, with room for letters that take more than a byte. */
const mostCharacters = 40 * 1024;

/** What a result takes beside its reason. */
const restOfResult = 60;

/** So many results fit into one message, if their reasons are short. */
export const mostItems = 500;

/** Items in pages that are each small enough to travel. */
export function pagesOf(items: readonly BatchItem[]): readonly (readonly BatchItem[])[] {
  const pages: BatchItem[][] = [];
  let room = 0;
  for (const item of items) {
    const size = JSON.stringify(item).length + 1;
    if (size > room || pages.length === 0) {
      pages.push([]);
      room = mostCharacters;
    }
    pages.at(-1)?.push(item);
    room -= size;
  }
  return pages;
}

/** How long the reason of each of so many results may be, so that all travel together. */
export function roomForReason(count: number): number {
  return Math.min(300, Math.floor(mostCharacters / count) - restOfResult);
}
