import { join } from 'node:path';
import { mayBeAccepted, type Model } from '../../sql/catalog.ts';
import { Problem } from '../../transforms/problem.ts';
import type { Acceptance, Found } from '../materialize/accepted-checks.ts';
import { hashJson } from '../runtime/canonical-json.ts';
import { Store } from '../runtime/store.ts';
import {
  type KeptAcceptance,
  keepAcceptance,
  readAcceptances,
  withoutPerson,
} from './acceptances.ts';
import { blockedIn, type CheckedStep, lastChecked } from './last-checks.ts';
import { foundIn } from './outcomes.ts';
import type { AcceptanceRequest } from './request.ts';

/** Where acceptances are kept, and which run asks. */
export interface AcceptancePlace {
  /** The folder of the district's outputs. */
  readonly home: string;
  readonly runId: string;
  /** The clock is the runner's. */
  readonly now: Date;
}

/** A reason stands in a table of the published map. */
const longestReason = 500;

/**
 * Takes a person's word on what checks found when they last blocked a refresh here, and returns every acceptance that
 * was ever given. A check may be named with the mark of what the person has seen, `NAME@1a2b3c4d`. A `Problem` of
 * wrong usage for a check that did not block, that has found something else since, or that nobody may accept.
 */
export async function takeAcceptances(
  asked: readonly AcceptanceRequest[],
  models: ReadonlyMap<string, Model>,
  place: AcceptancePlace,
): Promise<readonly Acceptance[]> {
  const given = await Promise.all(asked.map((word) => resolveWord(word, models, place)));
  for (const acceptance of given.flat()) await keepAcceptance(place.home, acceptance);
  return (await readAcceptances(place.home)).map(withoutPerson);
}

/** Of each check that blocked a run: the mark of what it found there, as far as the store is seen from here. */
export async function marksOfRun(
  home: string,
  runId: string,
): Promise<ReadonlyMap<string, string>> {
  const found = await findingsOf(await blockedIn(home, runId), home);
  const checks = [...new Set(found.map(({ check }) => check))];
  return new Map(checks.map((name) => [name, markOf(found.filter((f) => f.check === name))]));
}

async function resolveWord(
  word: AcceptanceRequest,
  models: ReadonlyMap<string, Model>,
  place: AcceptancePlace,
): Promise<readonly KeptAcceptance[]> {
  const [by, reason] = [word.by, word.reason].map((text) => text.trim().replaceAll(/\s+/g, ' '));
  const [name = '', mark] = word.check
    .trim()
    .replace(/^checks\./, '')
    .split('@');
  if (!name || !by || !reason || by === 'automatic') {
    throw await refused(incomplete, place);
  }
  if (reason.length > longestReason) throw await refused(tooLong, place);
  const model = models.get(`checks.${name}`);
  if (!mayBeAccepted(model)) throw await refused(notToAccept(name, model), place);
  const blocked = (await lastChecked(place.home, place.runId, name)).filter((s) => s.blocked);
  if (blocked.length === 0) throw await refused(notBlocked(name), place);
  const found = await findingsOf(blocked, place.home);
  if (found.length === 0) throw await refused(findingsGone(name), place);
  const meant = mark === undefined ? found : meantBy(mark, found);
  if (!meant) throw await refused(foundOthers(name), place);
  const at = place.now.toISOString();
  return meant.map(({ check, partition, findings }) => {
    return { format: 1, check, partition, findings, reason, by, at } as const;
  });
}

type RunFound = Found & Pick<CheckedStep, 'runId'>;

/** What steps have found, as far as it is still in the store. */
async function findingsOf(
  steps: readonly CheckedStep[],
  home: string,
): Promise<readonly RunFound[]> {
  const store = new Store(join(home, 'store'));
  const found = await Promise.all(
    steps.map(async ({ check, partition, key, runId }) => {
      const stored = await store.find(`checks.${check}`, partition, key);
      return stored ? [{ ...foundIn(stored.record), runId }] : [];
    }),
  );
  return found.flat();
}

/** What a mark stands for: all that blocks now, or what blocked one run; undefined when it is of something else. */
function meantBy(mark: string, found: readonly RunFound[]): readonly RunFound[] | undefined {
  const runs = [...new Set(found.map(({ runId }) => runId))];
  const ofRuns = runs.map((run) => found.filter(({ runId }) => runId === run));
  return [found, ...ofRuns].find((some) => markOf(some) === mark.toLowerCase());
}

/** Tells what a check found from anything else that it may find; short, since a person copies it. */
function markOf(found: readonly Found[]): string {
  const each = found.map(({ partition, findings }) => `${partition} ${findings}`).sort();
  const [only] = found;
  return (only && found.length === 1 ? only.findings : hashJson(each)).slice(0, 8);
}

type Refusal = Pick<Problem, 'code' | 'what' | 'fix'>;

const incomplete: Refusal = {
  code: 'acceptance_incomplete',
  what: 'An acceptance needs a check, the name of a person and a reason.',
  fix: 'Write --accept-check CHECK --by "Jane Doe" --reason "Why it may stand", all three together.',
};

const tooLong: Refusal = {
  code: 'reason_too_long',
  what: `The reason is longer than ${longestReason} characters.`,
  fix: 'Say it shorter: it stands in a table of the published map.',
};

function notToAccept(name: string, model: Model | undefined): Refusal {
  if (model?.kind !== 'check') {
    return { code: 'check_unknown', what: `There is no check ${name}.`, fix: nameOne };
  }
  if (model.header.severity === 'warn') {
    const what = `The check ${name} only warns: it keeps nothing from being published.`;
    return { code: 'check_warns', what, fix: 'Leave it out.' };
  }
  return {
    code: 'check_not_acceptable',
    what: `What the check ${name} finds cannot be accepted: a map that was published with it would break a promise to its readers.`,
    fix: `If it blocks: ${model.header.fix}`,
  };
}

function findingsGone(name: string): Refusal {
  return {
    code: 'findings_gone',
    what: `What ${name} found is no longer in the store.`,
    fix: 'Refresh again, look at what it finds, and accept that.',
  };
}

function foundOthers(name: string): Refusal {
  return {
    code: 'check_found_others',
    what: `What the check ${name} found last is not what you were shown: a later refresh has found something else.`,
    fix: 'Refresh again without --accept-check, look at what it finds, and accept that with the command that is printed then.',
  };
}

function notBlocked(name: string): Refusal {
  return {
    code: 'check_not_blocking',
    what: `The check ${name} blocked no refresh here when it last ran, so there is nothing to accept.`,
    fix: nameOne,
  };
}

const nameOne = 'Accept a check that has blocked the last refresh, or leave --accept-check out.';

/** Wrong usage, with the checks that a person may have meant. */
async function refused({ code, what, fix }: Refusal, place: AcceptancePlace): Promise<Problem> {
  const last = await lastChecked(place.home, place.runId);
  const names = new Set(last.filter(({ blocked }) => blocked).map(({ check }) => check));
  const blocks = names.size === 0 ? 'no check' : [...names].sort().join(', ');
  const told =
    last.length === 0
      ? 'No refresh here has come to its checks yet.'
      : `The last refresh was blocked by ${blocks}.`;
  return new Problem({ code, what: `${what} ${told}`, fix, exit: 2 });
}
