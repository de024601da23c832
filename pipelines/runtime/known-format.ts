import { Problem } from '../../transforms/problem.ts';

/** The number of the form in which this version keeps what it has to find again. */
const FORMAT = 1;

/** How messages call what was kept: `what` begins a sentence, as "The store". */
interface Kept {
  readonly code: string;
  readonly what: string;
  readonly file: string;
}

/**
 * What was kept, as it was read.
 * @throws Problem where a newer version has kept it in another form: this one cannot know what it means.
 */
export function ofKnownFormat<T extends { readonly format: number }>(
  value: T,
  { code, what, file }: Kept,
): T {
  if (value.format === FORMAT) return value;
  throw new Problem({
    code,
    what: `${what} was written by a newer version of this program.`,
    fix: 'Use that version, or another --home.',
    where: { file },
  });
}
