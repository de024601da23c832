import type { SourceFormat } from '../../../transforms/config/format.ts';

type Delimiter = Extract<SourceFormat, { type: 'csv' }>['delimiter'];

/** As a person says it, and as it is written in `district.yaml`. */
const DELIMITERS: Readonly<Record<Delimiter, { readonly said: string; readonly written: string }>> =
  {
    ',': { said: 'commas', written: "','" },
    ';': { said: 'semicolons', written: "';'" },
    '|': { said: 'vertical bars', written: "'|'" },
    '\t': { said: 'tabs', written: '"\\t"' },
  };

/**
 * What to do with a file whose whole header was read as one column, and which has all columns that are needed when its
 * cells are told apart by something else; `null` for any other. `described` is a file whose format `district.yaml` says.
 */
export function otherDelimiter(
  format: SourceFormat,
  columns: readonly string[],
  needed: readonly string[],
  described: boolean,
): string | null {
  const [header, ...others] = columns;
  if (format.type !== 'csv' || header === undefined || others.length > 0) return null;
  const found = (Object.keys(DELIMITERS) as Delimiter[]).find((delimiter) => {
    // In the name of a column a tab is a space.
    const mark = delimiter === '\t' ? ' ' : delimiter;
    const text = mark + header + mark;
    return (
      delimiter !== format.delimiter && needed.every((name) => text.includes(mark + name + mark))
    );
  });
  if (found === undefined) return null;
  const { said, written } = DELIMITERS[found];
  const fix = described
    ? `set format.delimiter to ${written} for this source in district.yaml`
    : 'save it as CSV with commas';
  return `The whole header was read as a single column. The file appears to be separated by ${said}: ${fix}.`;
}
