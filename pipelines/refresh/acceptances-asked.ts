import { join } from 'node:path';
import { type CheckModel, mayBeAccepted, type Model } from '../../sql/catalog.ts';
import { Problem } from '../../transforms/problem.ts';
import type { Acceptance } from '../materialize/accepted-checks.ts';
import { Store } from '../runtime/store.ts';
import {
  type KeptAcceptance,
  keepAcceptance,
  readAcceptances,
  withoutPerson,
} from './acceptances.ts';
import { type CheckedStep, lastChecked } from './last-checks.ts';
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
 * was ever given. A `Problem` of wrong usage for a check that did not block, or that nobody may accept.
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

async function resolveWord(
  word: AcceptanceRequest,
  models: ReadonlyMap<string, Model>,
  place: AcceptancePlace,
): Promise<readonly KeptAcceptance[]> {
  const [by, reason] = [word.by, word.reason].map((text) => text.trim().replaceAll(/\s+/g, ' '));
  const name = word.check.trim().replace(/^checks\./, '');
  if (!name || !by || !reason || by === 'automatic') {
    throw await refused(incomplete, place);
  }
  if (reason.length > longestReason) throw await refused(tooLong, place);
  const model = models.get(`checks.${name}`);
  if (!mayBeAccepted(model)) throw await refused(notToAccept(name, model), place);
  const blocked = (await lastChecked(place.home, place.runId, name)).filter((s) => s.blocked);
  if (blocked.length === 0) throw await refused(notBlocked(name), place);
  const at = place.now.toISOString();
  return Promise.all(
    blocked.map(async (step) => {
      const found = await findingsOf(step, model, place);
      return { format: 1, ...found, reason, by, at } as const;
    }),
  );
}

async function findingsOf(
  { partition, key }: CheckedStep,
  { relation, name }: CheckModel,
  place: AcceptancePlace,
) {
  const stored = await new Store(join(place.home, 'store')).find(relation, partition, key);
  if (stored) return foundIn(stored.record);
  throw await refused(
    {
      code: 'findings_gone',
      what: `What ${name} found is no longer in the store.`,
      fix: 'Refresh again, look at what it finds, and accept that.',
    },
    place,
  );
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
