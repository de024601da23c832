import { profileFolder } from '../../pipelines/profile/profile-folder.ts';
import { type Proposal, proposeDistrict } from '../../transforms/profile/propose-district.ts';
import type { ProposedSource } from '../../transforms/profile/propose-source.ts';
import type { VariantFile } from './variants/variant.ts';

/** How a proposal for a folder does against the key of its files: columns, by what became of them. */
export interface ProposalScore {
  readonly columns: number;
  readonly right: readonly string[];
  /** Left to a person, by a question. */
  readonly asked: readonly string[];
  /** Taken for something else, or left out, without a question. */
  readonly wrong: readonly string[];
}

/** Profiles a folder and proposes a configuration, as `init` does. */
export async function proposalFor(folder: string): Promise<Proposal> {
  const { signal } = new AbortController();
  const { files } = await profileFolder(folder, { threads: 2, signal, say: () => undefined });
  return proposeDistrict(files, { id: 'springfield', name: 'Springfield', state: 'OH' });
}

type Columns = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Compares a proposal with what each column of the files truly is. */
export function scoreProposal(proposal: Proposal, key: readonly VariantFile[]): ProposalScore {
  const right: string[] = [];
  const asked: string[] = [];
  const wrong: string[] = [];
  const sources = proposal.recognized.flatMap(({ source }) => source ?? []);
  for (const truth of key) {
    const { file, sheet, extract, columns, reshape } = truth;
    const recognized = proposal.recognized.find(
      ({ family }) =>
        family.files.includes(file) &&
        (sheet === undefined || (family.profile.format as { sheet?: unknown }).sheet === sheet),
    );
    const source = recognized?.source;
    const mapped = (source?.columns ?? {}) as Columns;
    const questions = proposal.questions.filter(
      ({ path }) =>
        source !== undefined && path[0] === 'sources' && path[1] === sources.indexOf(source),
    );
    const isAsked = (column: string): boolean =>
      source === undefined ||
      source.extract.startsWith('QUESTION') ||
      questions.some(({ path, candidates }) =>
        path.length <= 3
          ? candidates.some((one) => one.startsWith(`${column}:`))
          : path[3] === column,
      );
    for (const [header, truly] of Object.entries(columns)) {
      for (const column of truly) {
        const name = `${sheet ?? file}: ${header} is ${column}`;
        const is = source?.extract === extract && isRead(column, header, source, truth);
        if (is) right.push(name);
        else if (isAsked(column)) asked.push(name);
        else wrong.push(name);
      }
    }
    for (const [header, label] of Object.entries(reshape?.columns ?? {})) {
      const name = `${sheet ?? file}: ${header} is the row ${label}`;
      if (source?.reshape?.columns[header] === label) right.push(name);
      else if (source === undefined) asked.push(name);
      else wrong.push(name);
    }
    // What the file does not have must come from nowhere in it.
    const known = new Set(Object.values(columns).flat());
    for (const [column, mapping] of Object.entries(mapped)) {
      if (known.has(column) || mapping['const'] !== undefined || isAsked(column)) continue;
      wrong.push(`${sheet ?? file}: ${column} is none of its columns`);
    }
  }
  return { columns: right.length + asked.length + wrong.length, right, asked, wrong };
}

/** Whether a column is read from this header, and from the right part of it; label and cell of reshaped rows may have any names. */
function isRead(
  column: string,
  header: string,
  { columns, reshape }: ProposedSource,
  truth: VariantFile,
): boolean {
  const mapping = (columns as Columns)[column];
  const names: Readonly<Record<string, string | undefined>> = {
    [truth.reshape?.name ?? '']: reshape?.name,
    [truth.reshape?.value ?? '']: reshape?.value,
  };
  const part = (mapping?.['split'] as { index?: number } | undefined)?.index;
  return (
    [mapping?.['from'], mapping?.['debit'], mapping?.['credit']].includes(
      names[header] ?? header,
    ) && part === truth.parts?.[column]
  );
}
