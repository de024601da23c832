import { countOf } from '../../runtime/words.ts';
import { approveLine } from '../asked.ts';
import { plainStep } from '../rooms.ts';
import { endedWell, troubles } from '../run.ts';
import {
  acceptedWords,
  agoWords,
  alsoMadeWords,
  freshnessWords,
  STATE_WORDS,
  timeWords,
  tookWords,
} from '../words.ts';
import type { PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';
import { pill } from './pill.ts';

/** The four facts that an analyst opens the page for. */
export function glance(facts: PageFacts): Html {
  const { status, now } = facts;
  const { readersSee: seen, freshness, district } = status;
  const run = status.lastRun;
  const judged = freshness.flatMap(({ state }) => (state === null ? [] : [state]));
  const worst = (['stale', 'late', 'fresh'] as const).find((state) => judged.includes(state));
  const bad = judged.filter((state) => state !== 'fresh').length;
  const needs = needsOf(facts).length;
  const ago = (at: string) => agoWords((now.getTime() - Date.parse(at)) / 1000);
  return html`<dl class="key-figures">
    <div>
      <dt>Readers see</dt>
      <dd>${seen ? seen.edition : 'nothing yet'}</dd>
      <dd class="note">${seen && readersNote(facts, seen.by, seen.approved_at)}</dd>
      ${seen?.acceptances.map((accepted) => html`<dd class="note">${acceptedWords(accepted)}</dd>`)}
    </div>
    <div>
      <dt>Last refresh</dt>
      <dd>${run ? pill(run.state, STATE_WORDS[run.state]) : 'none yet'}</dd>
      <dd class="note">
        ${run && `${ago(run.started_at)}${run.ms === null ? '' : `, took ${tookWords(run.ms)}`}`}
      </dd>
      <dd class="note">${run && timeWords(run.started_at, district.time_zone)}</dd>
    </div>
    <div>
      <dt>Freshness</dt>
      <dd>${worst ? pill(worst) : 'not judged'}</dd>
      <dd class="note">
        ${worst ? `${bad} of ${judged.length} expectations not met` : 'No expectation is declared.'}
      </dd>
    </div>
    <div>
      <dt>Needs you</dt>
      <dd>${needs === 0 ? 'nothing' : countOf(needs, 'thing')}</dd>
      <dd class="note">${needs > 0 && html`<a href="#needs">See below</a>`}</dd>
    </div>
  </dl>`;
}

function readersNote({ status }: PageFacts, by: string, at: string): string {
  const label = status.readersSee?.label;
  const how = by === 'automatic' ? 'published automatically' : `approved by ${by}`;
  const when = timeWords(at, status.district.time_zone);
  return `${label === null || label === undefined ? '' : `${label}, `}${how} on ${when}`;
}

/** What asks something of a person: an approval, what stopped the last refresh, what is late. */
export function needs(facts: PageFacts): Html {
  const found = needsOf(facts);
  const body =
    found.length === 0
      ? html`<p>Nothing.</p>`
      : html`<ul class="needs">
          ${found.map((need) => html`<li>${need}</li>`)}
        </ul>`;
  return html`<h2 id="needs">Needs you</h2>
    ${body}
    ${facts.status.also.length > 0 && html`<p class="muted">${alsoMadeWords(facts.status.also)}</p>`}`;
}

function needsOf({ status, asked }: PageFacts): readonly Html[] {
  const { waiting, district, freshness } = status;
  const run = status.lastRun;
  const waits = waiting && [
    html`<strong>Edition ${waiting.edition}</strong>${waiting.label && ` (${waiting.label})`} waits
      for approval. It was made on ${timeWords(waiting.made_at, district.time_zone)}. To let readers
      see it: <code class="line">${approveLine(waiting.edition, asked)}</code>`,
  ];
  const stopped =
    run && !endedWell(run)
      ? troubles(run).map(
          ({ step, error }) =>
            html`${pill(run.state, STATE_WORDS[run.state])} <strong>${plainStep(step)}</strong>:
              ${error}`,
        )
      : [];
  const late = freshness.flatMap((line) => {
    if (line.state !== 'late' && line.state !== 'stale') return [];
    const { what, since, age } = freshnessWords(line, district.time_zone);
    return [html`${pill(line.state)} ${what}: ${[age, since].filter(Boolean).join(', ')}.`];
  });
  return [...(waits ?? []), ...stopped, ...late];
}
