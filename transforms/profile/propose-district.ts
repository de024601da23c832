import { extractNamed } from '../extracts/index.ts';
import { isLedger } from '../contract/contract.ts';
import type { Segment } from '../contract/segments.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { chartsInUse } from './chart-use.ts';
import { type Family, familiesOf, placeName } from './families.ts';
import type { FileProfile } from './file-profile.ts';
import { type Knowledge, NOTHING_KNOWN } from './knowledge.ts';
import { readTwice, sameDollars } from './read-twice.ts';
import { knowledgeOf } from './knowledge-of-folder.ts';
import { segmentsOf } from './propose-columns.ts';
import { type DistrictFacts, districtHead, type Guessed } from './propose-head.ts';
import { type ProposedSource, proposeSource } from './propose-source.ts';
import { type Question, Questions } from './questions.ts';

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

/** Below this, a file has no place in the configuration. */
const PLACED = 0.55;
/** A file without header says little by itself: its columns are all asked. */
const PLACED_WITHOUT_HEADER = 0.3;
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
  const placed = guesses.filter(
    ({ family, candidates }) => (candidates[0]?.score ?? 0) >= leastScore(family),
  );
  const twice = sameDollars(placed);
  for (const guess of twice) placed.splice(placed.indexOf(guess), 1);
  placed.push(...readTwice(placed, guesses));
  const ofDollars = placed.filter(({ candidates: [best] }) => best && isLedgerCandidate(best));
  const used = [...chartsInUse(placed, ofDollars)];
  used.sort((a, b) => orderOf(a.candidates[0]) - orderOf(b.candidates[0]));
  placed.splice(0, placed.length, ...used);
  const ledgers = placed.flatMap(({ candidates }) => candidates[0] ?? []).filter(isLedgerCandidate);
  const chart = [...new Set(ledgers.flatMap(segmentsOf))];
  const questions = new Questions();
  const head = districtHead(facts, ledgers, chart, placed, questions);
  if (twice.length > 0) {
    const sheets = twice.map(({ family }) => placeName(family)).join('; ');
    questions.wonder(
      ['map'],
      `Dollars of the same schools stand in other sheets too, and are left out so that none counts twice: ${sheets}. Is the sheet that is read the right one?`,
    );
  }
  const ids = new Set<string>();
  const sources = new Map<Guessed, ProposedSource>();
  for (const [i, guess] of placed.entries()) {
    const { family, candidates } = guess;
    const [candidate, second] = candidates;
    if (candidate === undefined) continue;
    const id = idFor(family, candidate, ids);
    const path = ['sources', i];
    const close = second !== undefined && second.score > candidate.score - TOO_CLOSE;
    const extract = close
      ? askWhat(family, candidates, questions, [...path, 'extract'])
      : undefined;
    const contract = extractNamed(candidate.extract);
    const source = proposeSource(id, { contract, candidate, family, chart, questions, path });
    sources.set(guess, extract === undefined ? source : { ...source, extract });
  }
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

/** Lists of codes are recognized by their names first; then the files that use the codes are. */
function learn(families: readonly Family[]): Knowledge {
  let knowledge = NOTHING_KNOWN;
  for (let round = 0; round < 2; round += 1) {
    const known = knowledge;
    knowledge = knowledgeOf(
      families.flatMap((family) => {
        const [candidate] = candidatesFor(family, known);
        return candidate === undefined ? [] : [{ family, candidate }];
      }),
    );
  }
  return knowledge;
}

function leastScore({ profile: { format } }: Family): number {
  return 'header' in format && format.header === false ? PLACED_WITHOUT_HEADER : PLACED;
}

/** Lists first, then dollars, people and students, as a reader would tell of them. */
const ORDER = [
  'organizations',
  'site_groups',
  'site_successors',
  'account_codes',
  'job_codes',
  'earn_codes',
  'gl_transactions',
  'gl_balances',
  'control_totals',
  'budget_lines',
  'grants',
  'staff_roster',
  'staff_assignments',
  'positions',
  'payroll_lines',
];

function orderOf(candidate: Candidate | undefined): number {
  const at = ORDER.indexOf(candidate?.extract ?? '');
  return at < 0 ? ORDER.length : at;
}

function isLedgerCandidate({ extract }: Candidate): boolean {
  return isLedger(extractNamed(extract));
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

function idFor({ pattern }: Family, { extract }: Candidate, taken: Set<string>): string {
  const words = pattern
    .replace(/^.*\//, '')
    .replace(/\..*$/, '')
    .replaceAll(/\{[^}]*\}/g, ' ')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_0-9]+|(?:_(?:fy|sy|ua))?_*$/g, '');
  const base = SHORT[extract] ?? extract;
  const wanted = [base, words === '' ? base : words, `${base}_2`, `${base}_3`, `${base}_4`];
  const id = wanted.find((one) => !taken.has(one)) ?? `${base}_${taken.size}`;
  taken.add(id);
  return id;
}

/** What sources are called whose extract has a long name. */
const SHORT: Readonly<Record<string, string>> = {
  organizations: 'sites',
  account_codes: 'chart',
  gl_transactions: 'ledger',
  gl_balances: 'ledger',
  control_totals: 'trial_balance',
  budget_lines: 'budget',
  site_successors: 'closings',
  staff_roster: 'roster',
  staff_assignments: 'assignments',
  payroll_lines: 'payroll',
  staff_absences: 'absences',
  enrollment_counts: 'enrollment',
  outcome_aggregates: 'results',
};
