import type { FileProfile } from '../../transforms/profile/file-profile.ts';
import { personColumns } from '../../transforms/profile/persons.ts';
import type { Proposal } from '../../transforms/profile/propose-district.ts';
import { dateFormat, numberShape, yearShape } from '../../transforms/profile/shape.ts';
import type { FolderProfile } from '../profile/profile-folder.ts';

/** So many values of a column are shown. */
const SAMPLES = 5;

/** What `init --json` prints: every file with its columns, what it may be, and the questions. */
export function proposalJson(
  { files, unread }: FolderProfile,
  { recognized, questions }: Proposal,
  places: { readonly district: string; readonly written: readonly string[] },
): object {
  return {
    format: 1,
    ...places,
    files: files.map(fileJson),
    unread,
    sources: recognized.map(({ family, candidates, source }) => ({
      file: family.pattern,
      files: family.files,
      fiscal_years: family.years,
      source: source?.id ?? null,
      candidates: candidates.slice(0, 5).map(({ extract, score, evidence, missing }) => ({
        extract,
        score,
        evidence,
        missing,
      })),
    })),
    questions,
  };
}

/** Of columns that name a person, or by which one could be known, no value is shown. */
function fileJson(file: FileProfile): object {
  const persons = personColumns(file);
  return {
    name: file.name,
    bytes: file.bytes,
    format: file.format,
    rows: file.rows,
    keys: file.keys,
    odd_records: file.oddRecords,
    columns: file.columns.map(({ name, filled, distinct, values, usual }) => ({
      name,
      type: typeOf(values.slice(0, usual)),
      filled_share: file.rows === 0 ? 0 : Math.round((1000 * filled) / file.rows) / 1000,
      distinct,
      person: persons.has(name),
      samples: persons.has(name) ? [] : values.slice(0, SAMPLES),
    })),
  };
}

function typeOf(values: readonly string[]): string {
  if (values.length === 0) return 'empty';
  const year = yearShape(values);
  if (year !== undefined) return year === 'range' ? 'range of years' : 'year';
  const date = dateFormat(values);
  if (date !== undefined) return `date ${date}`;
  const number = numberShape(values);
  if (number === undefined) return 'text';
  return number.decimals || number.currency || number.thousands ? 'number' : 'whole number';
}
