import type { Contract } from '../contract/contract.ts';
import { isRequired } from '../contract/kind.ts';
import type { FileProfile } from './file-profile.ts';
import type { Knowledge } from './knowledge.ts';
import { nameScore } from './names/index.ts';
import { valueFit } from './value-fit.ts';
import { isWithoutHeader } from './without-header.ts';

/** A column of an extract and the sender's column that it seems to be. */
export interface ColumnMatch {
  readonly column: string;
  readonly from: string;
  /** From 0 to 1; a match of SURE or more needs nobody's word. */
  readonly score: number;
  readonly evidence: string;
  /** Other columns of the file that it may be as well, the likeliest first. */
  readonly others: readonly string[];
}

/** Above this, a match is written down; below, it is asked. */
export const SURE = 0.72;
/** Below this, a match is not even worth a question. */
const WORTH_ASKING = 0.4;
/** What values alone can say: enough to ask, not to be sure. */
const VALUES_ALONE = 0.5;
/** In a file without header, whose columns have numbers for names, values say all that there is: years, codes of a list. */
const VALUES_WITHOUT_NAME = 0.78;
/** Two columns that are so close to each other cannot be told apart. */
const TOO_CLOSE = 0.03;

/** Gives each column of an extract the sender's column that fits it best, each of them once. */
export function matchColumns(
  contract: Contract,
  file: FileProfile,
  knowledge: Knowledge,
): readonly ColumnMatch[] {
  const pairs = Object.entries(contract.columns)
    .flatMap(([column, definition]) =>
      file.columns.map((profile) => {
        const named = nameScore(contract.name, column, profile.name);
        const fit = valueFit(column, definition, profile, knowledge);
        return { column, from: profile.name, ...judge(named, fit, isWithoutHeader(file)) };
      }),
    )
    .filter(({ score }) => score >= WORTH_ASKING)
    .sort((a, b) => b.score - a.score);
  const columns = new Set<string>();
  const taken = new Set<string>();
  const matches: ColumnMatch[] = [];
  for (const { column, from, score, evidence } of pairs) {
    if (columns.has(column) || taken.has(from)) continue;
    columns.add(column);
    taken.add(from);
    matches.push({ column, from, score, evidence, others: [] });
  }
  // One column may say two things, as a reason and its kind: what a row needs and no free column says.
  for (const pair of pairs) {
    const definition = contract.columns[pair.column];
    if (columns.has(pair.column) || pair.score < SURE || !definition || !isRequired(definition))
      continue;
    columns.add(pair.column);
    matches.push({ ...pair, others: [] });
  }
  return matches.map((match) => withOthers(match, pairs, taken));
}

type Pair = Omit<ColumnMatch, 'others'>;

/** Free columns that are as likely make it a question. */
function withOthers(
  match: ColumnMatch,
  pairs: readonly Pair[],
  taken: ReadonlySet<string>,
): ColumnMatch {
  const rivals = pairs.filter(
    ({ column, from }) => column === match.column && from !== match.from && !taken.has(from),
  );
  const close = rivals.filter(({ score }) => score > match.score - TOO_CLOSE);
  return {
    ...match,
    others: rivals.map(({ from }) => from),
    score: close.length > 0 ? Math.min(match.score, SURE - 0.01) : match.score,
  };
}

function judge(
  named: number,
  fit: ReturnType<typeof valueFit>,
  nameless: boolean,
): { score: number; evidence: string } {
  const says = fit.evidence === '' ? '' : `, ${fit.evidence}`;
  if (named === 0) {
    const alone = nameless ? VALUES_WITHOUT_NAME : VALUES_ALONE;
    return { score: fit.telling ? alone * fit.score : 0, evidence: fit.evidence };
  }
  if (fit.score < 0.3) return { score: named * 0.3, evidence: `its name alone${says}` };
  return { score: named * 0.75 + fit.score * 0.25, evidence: `its name${says}` };
}
