import type { FileProfile } from './file-profile.ts';
import { normalName } from './words.ts';

/** Words of columns that name a person, or say how to reach one. */
const PERSONAL =
  /\b(?:last|first|middle|full|legal|preferred|maiden)(?: \w+)? name\b|^(?:employee|staff|teacher|student|pupil|holder|incumbent|parent|guardian) ?(?:name|id|number)?$|\b(?:ssn|social security|birth|dob|email|e mail|mail|phone|mobile|street|gender|sex|ethnicity|race)\b|\b(?:employee|staff|student|pupil|person|teacher|badge) (?:number|id|name|code|key|unique id)\b|\b(?:usi|mepid|ssid|unique id)\b/;

const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
const SSN = /^\d{3}-\d{2}-\d{4}$/;
/** `Barnes, Ines` or `BARNES,INES M`. */
const LAST_FIRST = /^[A-Z][A-Za-z'’-]+,\s?[A-Z][A-Za-z'’.-]+(?: [A-Z]\.?)?$/;

/** The columns of a file whose cells are never shown: those that name a person, and in a file of persons all but short lists. */
export function personColumns({
  columns,
  rows,
}: Pick<FileProfile, 'columns' | 'rows'>): ReadonlySet<string> {
  const named = columns.filter(({ name, values }) => {
    if (PERSONAL.test(normalName(name))) return true;
    const sample = values.slice(0, 200);
    const like = sample.filter((v) => EMAIL.test(v) || SSN.test(v) || LAST_FIRST.test(v)).length;
    return sample.length >= 5 && like > 0.5 * sample.length;
  });
  // A file with a row for each person has further columns by which somebody could be known.
  const ofPersons = named.some(({ distinct }) => distinct > 50 && distinct > 0.2 * rows);
  const others = ofPersons ? columns.filter(({ distinct }) => distinct > 50) : [];
  return new Set([...named, ...others].map(({ name }) => name));
}
