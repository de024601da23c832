import type { FileProfile } from './file-profile.ts';
import { normalName } from './words.ts';

/** The two columns of an amount that is written as debit and credit. */
export function debitAndCredit({
  columns,
}: FileProfile): { readonly debit: string; readonly credit: string } | undefined {
  const find = (word: string): string | undefined =>
    columns.find(({ name }) => new RegExp(`\\b(?:${word})\\b`).test(normalName(name)))?.name;
  const debit = find('debit|debits|dr');
  const credit = find('credit|credits|cr');
  return debit === undefined || credit === undefined || debit === credit
    ? undefined
    : { debit, credit };
}
