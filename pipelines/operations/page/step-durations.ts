import type { StepState } from '../../graph/execute.ts';
import { kindWords, plainName } from '../rooms.ts';
import type { Run } from '../run.ts';
import { timeWords, tookWords } from '../words.ts';
import type { PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';

/** How long a step took in one run; null when the run had no such step. */
interface Taken {
  readonly ms: number;
  readonly state: StepState;
  readonly at: string;
}

interface StepTimes {
  readonly name: string;
  readonly asset: string;
  /** A place for each run, the oldest first. */
  readonly taken: readonly (Taken | null)[];
  readonly longest: number;
}

const mostSteps = 12;
const mostRuns = 20;

/** The slowest steps over the last runs. A reused step takes next to nothing, so its time tells nothing of it. */
export function stepDurations({ status }: PageFacts): Html {
  const runs = status.runs.filter(({ steps }) => steps.length > 0).slice(0, mostRuns);
  const times = timesOf([...runs].reverse());
  const slowest = [...times].sort((a, b) => b.longest - a.longest).slice(0, mostSteps);
  const rows = slowest.map((step) => {
    const made = step.taken
      .filter((taken) => taken?.state === 'made')
      .map((taken) => taken?.ms ?? 0);
    return html`<tr>
      <th scope="row">${step.name}</th>
      <td class="muted">${kindWords(step.asset)}</td>
      <td>${spark(step, status.district.time_zone)}</td>
      <td class="number">${tookWords(made.at(-1) ?? 0)}</td>
      <td class="number">${tookWords(median(made))}</td>
      <td class="number">${tookWords(step.longest)}</td>
      <td class="number">${made.length} of ${runs.length}</td>
    </tr>`;
  });
  return html`<h2 id="durations">Where the time goes</h2>
    <p class="muted">
      The slowest steps of the last ${runs.length} refreshes, each against its own longest time. A
      gray mark is a refresh that reused it.
    </p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th>Step</th>
            <th>What it is</th>
            <th>Oldest to newest</th>
            <th class="number">Last time</th>
            <th class="number">Usually</th>
            <th class="number">Longest</th>
            <th class="number">Made in</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}

/** How a person calls a step, its room left out: `ledger lines 2024`, `ledger GL_FY2024.csv`. */
export function stepName(step: {
  readonly asset: string;
  readonly partition: string;
  readonly name: string;
}): string {
  if (step.partition.includes('/')) return step.name;
  const year = step.partition === 'all' ? '' : ` ${step.partition}`;
  return plainName(step.asset) + year;
}

function timesOf(runs: readonly Run[]): readonly StepTimes[] {
  const found = new Map<string, { asset: string; taken: (Taken | null)[] }>();
  runs.forEach((run, i) => {
    for (const step of run.steps) {
      // A changed file is another partition, and the same step to a person: it is known by its name.
      const name = `${step.asset}\n${stepName(step)}`;
      const times = found.get(name) ?? { asset: step.asset, taken: runs.map(() => null) };
      times.taken[i] = { ms: step.ms ?? 0, state: step.state, at: run.started_at };
      found.set(name, times);
    }
  });
  return [...found].map(([name, { asset, taken }]) => ({
    name: name.split('\n')[1] ?? name,
    asset,
    taken,
    longest: Math.max(0, ...taken.map((t) => (t?.state === 'made' ? t.ms : 0))),
  }));
}

const bar = { width: 7, gap: 2, height: 22 } as const;

function spark({ taken, longest }: StepTimes, timeZone: string): Html {
  const bars = taken.map((step, i) => {
    if (!step) return null;
    const made = step.state === 'made';
    const height = made
      ? Math.max(2, Math.round((bar.height * step.ms) / Math.max(1, longest)))
      : 2;
    const what = `${timeWords(step.at, timeZone)}: ${step.state}, ${tookWords(step.ms)}`;
    return html`<rect
      x="${i * (bar.width + bar.gap)}"
      y="${bar.height - height}"
      width="${bar.width}"
      height="${height}"
      class="${made ? '' : 'rest'}"
    >
      <title>${what}</title>
    </rect>`;
  });
  const width = taken.length * (bar.width + bar.gap);
  return html`<svg class="spark" width="${width}" height="${bar.height}" aria-hidden="true">
    ${bars}
  </svg>`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
