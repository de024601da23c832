import type { Random } from '../random.ts';
import { activityOf } from '../accounts/catalog.ts';
import type { Event } from '../events.ts';
import type { Account } from './account.ts';

/** Of a thousand lines of everyday purchases, so many are typed with a wrong or missing function. */
const MISTYPED = 100;
/** The function that a clerk takes when he knows none: regular instruction. */
const USUAL_FUNCTION = '1110';

export interface Typed {
  readonly account: Account;
  readonly description: string;
  readonly mistyped: boolean;
}

/** What a clerk makes of a purchase: mostly right, sometimes without a function, with the usual one, or misspelled too. */
export function typed(it: Event, account: Account, description: string, random: Random): Typed {
  const everyday = activityOf(it.activity).mistypable && it.decidable && it.project === '';
  if (!everyday || !random.chance(MISTYPED)) return { account, description, mistyped: false };
  switch (random.below(3)) {
    case 0:
      return { account: { ...account, function: '' }, description, mistyped: true };
    case 1:
      return { account: { ...account, function: USUAL_FUNCTION }, description, mistyped: true };
    default:
      // Only the vendor tells.
      return {
        account: { ...account, function: '' },
        description: swapLetters(description, random),
        mistyped: true,
      };
  }
}

/** Two neighboring letters of each word change places, as fast fingers do. */
function swapLetters(text: string, random: Random): string {
  return text
    .split(' ')
    .map((word) => {
      if (word.length < 3) return word;
      const at = random.below(word.length - 1);
      const [first = '', second = ''] = word.slice(at, at + 2);
      return word.slice(0, at) + second + first + word.slice(at + 2);
    })
    .join(' ');
}
