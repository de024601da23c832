import type { Source } from '../../transforms/config/source.ts';
import { extractNamed } from '../../transforms/extracts/index.ts';
import { Problem } from '../../transforms/problem.ts';
import { sha256 } from './canonical-json.ts';
import type { SourceFile } from './sources.ts';

/**
 * The same content twice would count its rows twice, whatever the names of the two files say of their years. A list
 * whose rows do not say their year may stay the same: it counts for each year, under a key of its own.
 */
export function tellRepeatsApart(
  files: readonly SourceFile[],
  sources: readonly Source[],
): SourceFile[] {
  const seen = new Map<string, SourceFile>();
  return files.map((file) => {
    const content = `${file.sourceId} ${file.sha256}`;
    const first = seen.get(content);
    if (first === undefined) {
      seen.set(content, file);
      return file;
    }
    const source = sources.find(({ id }) => id === file.sourceId);
    const again = `${content} ${file.year}`;
    if (source && isYearlessList(source) && file.year !== first.year && !seen.has(again)) {
      seen.set(again, file);
      return { ...file, fileKey: sha256(`${file.sha256} ${file.year}`).slice(0, 16) };
    }
    throw new Problem({
      code: 'file_twice',
      rule: 'F15',
      what: `${file.name} has the same content as ${first.name}, so its rows would count twice.`,
      fix: `Remove one of the two; if they stand for two years, ask for the right file of each.`,
      where: { file: file.name },
    });
  });
}

/** A list whose year the name of the file says, and not its rows. */
function isYearlessList({ extract, columns }: Source): boolean {
  const { list, year } = extractNamed(extract);
  return list === true && year !== null && columns[year]?.const?.includes('{fiscal_year') === true;
}
