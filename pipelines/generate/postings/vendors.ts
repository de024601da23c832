import { activityOf } from '../accounts/catalog.ts';
import { LAST_NAMES } from '../people/names.ts';
import { randomStream } from '../random.ts';

/** Who sells something: known firms, and for everyday purchases a local one that another seed has under another name. */
export function vendorsOf(activity: string, seed: number): readonly string[] {
  const { vendors, mistypable } = activityOf(activity);
  if (!mistypable) return vendors;
  const random = randomStream(seed, 'vendor', activity);
  return [...vendors, `${random.pick(LAST_NAMES)} & ${random.pick(LAST_NAMES)}`];
}
