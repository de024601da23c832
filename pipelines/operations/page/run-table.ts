import { grouped } from '../../runtime/words.ts';
import { plainStep } from '../rooms.ts';
import { type Run, troubles } from '../run.ts';
import { countSteps, type Status } from '../status.ts';
import { STATE_WORDS, timeWords, tookWords, triggerWords } from '../words.ts';
import type { PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';
import { pill } from './pill.ts';

/** The last refreshes, the newest first: how each was started, how it ended, how long it took and what it made. */
export function runTable({ status }: PageFacts): Html {
  const longest = Math.max(1, ...status.runs.map(({ ms }) => ms ?? 0));
  return html`<h2 id="runs">Last refreshes</h2>
    ${status.runs.length === 0 && html`<p>No refresh has run yet.</p>`}
    <div class="scroll tall" tabindex="0" role="region" aria-label="Last refreshes">
      <table>
        <thead>
          <tr>
            <th>Started</th>
            <th>How</th>
            <th>Ended</th>
            <th>What came of it</th>
            <th>Took</th>
            <th class="number">Made</th>
            <th class="number">Reused</th>
          </tr>
        </thead>
        <tbody>
          ${status.runs.map((run) => row(run, status, longest))}
        </tbody>
      </table>
    </div>`;
}

function row(run: Run, status: Status, longest: number): Html {
  const { made = 0, reused = 0 } = countSteps(run);
  const engine = run.engine === 'temporal' && html`<span class="muted"> on Temporal</span>`;
  return html`<tr>
    <th scope="row" class="time">${timeWords(run.started_at, status.district.time_zone)}</th>
    <td>${triggerWords(run)}${engine}</td>
    <td>${pill(run.state, STATE_WORDS[run.state])}</td>
    <td>${outcome(run, status)}</td>
    <td class="bar">${run.ms !== null && bar(run.ms, longest)}</td>
    <td class="number">${run.state === 'skipped' ? '' : grouped(made)}</td>
    <td class="number">${run.state === 'skipped' ? '' : grouped(reused)}</td>
  </tr>`;
}

function bar(ms: number, longest: number): Html {
  const width = Math.max(1, Math.round((40 * ms) / longest));
  return html`<svg width="40" height="10" aria-hidden="true">
      <rect width="${width}" height="10" rx="2"></rect>
    </svg>
    ${tookWords(ms)}`;
}

function outcome(run: Run, { readersSee, district }: Status): Html {
  if (run.edition !== null) {
    const seen = readersSee?.edition === run.edition;
    return html`edition ${run.edition}${seen && html` <span class="muted">(readers see it)</span>`}`;
  }
  if (run.state === 'skipped') return html`${run.why}`;
  if (run.state === 'no_news') {
    return html`no news since ${timeWords(run.last_event_at, district.time_zone)}`;
  }
  const [first, ...others] = troubles(run);
  if (!first) return html``;
  const more = others.length > 0 && ` and ${grouped(others.length)} more`;
  return html`<details>
    <summary>${plainStep(first.step)}${more}</summary>
    ${troubles(run).map(({ step, error }) => html`<p><strong>${plainStep(step)}</strong>: ${error}</p>`)}
  </details>`;
}
