import { InvalidArgumentError } from 'commander';

/** An argument that counts something. */
export function wholeNumber(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 1.');
}
