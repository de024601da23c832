import { grouped } from '../../runtime/words.ts';
import { kindWords, plainWhy } from '../rooms.ts';
import type { RunStep } from '../run.ts';
import { tookWords } from '../words.ts';
import type { PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';
import { pill } from './pill.ts';
import { stepName } from './step-durations.ts';

const order: readonly RunStep['state'][] = [
  'failed',
  'blocked',
  'running',
  'cancelled',
  'planned',
  'made',
  'reused',
];

/** Every step of the last run: whether it was made or reused, and why. */
export function stepReasons({ status }: PageFacts): Html {
  const run = status.lastRun;
  if (!run || run.steps.length === 0) return html``;
  const steps = [...run.steps].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  const rows = steps.map(
    (step) =>
      html`<tr>
        <th scope="row">${stepName(step)}</th>
        <td class="muted">${kindWords(step.asset)}</td>
        <td>${pill(step.state)}</td>
        <td>${step.error ?? plainWhy(step.why ?? '')}</td>
        <td class="number">${step.rows === null ? '' : grouped(step.rows)}</td>
        <td class="number">${step.ms === null ? '' : tookWords(step.ms)}</td>
      </tr>`,
  );
  return html`<h2 id="reasons">Why each step ran or was reused</h2>
    <p class="muted">
      The ${steps.length} steps of the last refresh, ${run.id}. A step is made again when what it
      reads, a setting or the program changed; else its result is reused.
    </p>
    <p class="search" hidden>
      <label>Search <input type="search" data-filters="steps" /></label>
      <span class="muted" data-count="steps"></span>
    </p>
    <div class="scroll tall" tabindex="0" role="region" aria-label="Steps of the last refresh">
      <table id="steps">
        <thead>
          <tr>
            <th>Step</th>
            <th>What it is</th>
            <th>State</th>
            <th>Why</th>
            <th class="number">Rows</th>
            <th class="number">Took</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}
