import { extractNamed, isLedgerExtract } from '../extracts/index.ts';
import type { Segment } from '../contract/segments.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { type Family, familiesOf, placeName } from './families.ts';
import type { FileProfile } from './file-profile.ts';
import { type Knowledge, NOTHING_KNOWN } from './knowledge.ts';
import { knowledgeOf } from './knowledge-of-folder.ts';
import { placeFiles } from './place-files.ts';
import { segmentsOf } from './propose-columns.ts';
import { type DistrictFacts, districtHead, type Guessed } from './propose-head.ts';
import { type ProposedSource, proposeSource } from './propose-source.ts';
import { type Question, Questions } from './questions.ts';
import { sourceId } from './source-id.ts';

/** Files of one kind, what they may be, and the source that is proposed for them, if any. */
export interface Recognized extends Guessed {
  readonly source: ProposedSource | undefined;
}

/** A first district.yaml and what a person has to say to it. */
export interface Proposal {
  readonly district: object;
  readonly recognized: readonly Recognized[];
  readonly questions: readonly Question[];
  readonly chart: readonly Segment[];
}

/** Two extracts that are so close to each other are asked. */
const TOO_CLOSE = 0.04;

/** Proposes a configuration for the files of a folder. */
export function proposeDistrict(files: readonly FileProfile[], facts: DistrictFacts): Proposal {
  const families = familiesOf(files);
  const knowledge = learn(families);
  const guesses = families.map((family) => ({
    family,
    candidates: candidatesFor(family, knowledge),
  }));
  const { placed, leftOut } = placeFiles(guesses);
  const best = placed.flatMap(({ candidates }) => candidates[0] ?? []);
  const ledgers = best.filter(({ extract }) => isLedgerExtract(extract));
  const chart = [...new Set(ledgers.flatMap(segmentsOf))];
  const questions = new Questions();
  const head = districtHead(facts, ledgers, chart, placed, questions);
  wonderAboutOthers(leftOut, questions);
  const sources = proposeSources(placed, chart, questions);
  const placeless = guesses.filter(({ family }) => !placed.some((one) => one.family === family));
  const recognized = [...placed, ...placeless].map((guess) => ({
    ...guess,
    source: sources.get(guess),
  }));
  return {
    district: { ...head, sources: [...sources.values()] },
    recognized,
    questions: questions.list(),
    chart,
  };
}

function wonderAboutOthers(leftOut: readonly Guessed[], questions: Questions): void {
  if (leftOut.length === 0) return;
  const sheets = leftOut.map(({ family }) => placeName(family)).join('; ');
  questions.wonder(
    ['map'],
    `Dollars of the same schools stand in other sheets too, and are left out so that none counts twice: ${sheets}. Is the sheet that is read the right one?`,
  );
}

function proposeSources(
  placed: readonly Guessed[],
  chart: readonly Segment[],
  questions: Questions,
): ReadonlyMap<Guessed, ProposedSource> {
  const ids = new Set<string>();
  const sources = new Map<Guessed, ProposedSource>();
  for (const [i, guess] of placed.entries()) {
    const { family, candidates } = guess;
    const [candidate, second] = candidates;
    if (candidate === undefined) continue;
    const id = sourceId(family, candidate, ids);
    const path = ['sources', i];
    const close = second !== undefined && second.score > candidate.score - TOO_CLOSE;
    const extract = close
      ? askWhat(family, candidates, questions, [...path, 'extract'])
      : undefined;
    const contract = extractNamed(candidate.extract);
    const source = proposeSource(id, { contract, candidate, family, chart, questions, path });
    sources.set(guess, extract === undefined ? source : { ...source, extract });
  }
  return sources;
}

/** Lists of codes are recognized by their names first; then the files that use the codes are. */
function learn(families: readonly Family[]): Knowledge {
  let knowledge = NOTHING_KNOWN;
  for (let round = 0; round < 2; round += 1) {
    const known = knowledge;
    knowledge = knowledgeOf(
      families,
      families.flatMap((family) => {
        const [candidate] = candidatesFor(family, known);
        return candidate === undefined ? [] : [{ family, candidate }];
      }),
    );
  }
  return knowledge;
}

function askWhat(
  { pattern }: Family,
  candidates: readonly Candidate[],
  questions: Questions,
  path: readonly (string | number)[],
): string {
  const near = candidates.slice(0, 3).map(({ extract, score }) => `${extract} (${score})`);
  return questions.ask(path, `What is ${pattern}?`, near);
}
