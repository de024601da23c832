import type { CheckModel } from '../../../sql/catalog.ts';
import { grouped } from '../../runtime/words.ts';
import { offendersOf } from '../run.ts';
import { timeWords } from '../words.ts';
import type { PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';

const mostRuns = 14;

/** Check by run: how many rows broke it; nothing where it did not come to be asked. */
export function checkGrid({ status, checks }: PageFacts): Html {
  const runs = status.runs
    .filter(({ steps }) => steps.some(({ asset }) => asset.startsWith('checks.')))
    .slice(0, mostRuns);
  const offenders = runs.map(offendersOf);
  const zone = status.district.time_zone;
  const found = checks.map((check) => ({
    check,
    rows: offenders.map((rows) => rows.get(check.relation) ?? null),
  }));
  const loud = (rows: readonly (number | null)[]): number => Number((rows[0] ?? 0) > 0);
  const sorted = [...found].sort((a, b) => loud(b.rows) - loud(a.rows));
  const line = ({ check, rows }: (typeof found)[number]): Html =>
    html`<tr>
      <th scope="row" title="${check.header.description.trim()}">${check.header.title}</th>
      <td class="muted">${check.header.severity === 'block' ? 'blocks' : 'warns'}</td>
      ${rows.map((count) => cell(count, check))}
    </tr>`;
  return html`<h2 id="checks">Checks over time</h2>
    <p class="muted">
      Rows that broke each check in the last ${runs.length} refreshes that came so far, the newest
      first. Each check is named for what would be wrong: &#10003; is well, a dot was not asked.
    </p>
    <div class="scroll">
      <table class="grid">
        <thead>
          <tr>
            <th>Check</th>
            <th>If broken</th>
            ${runs.map(
              ({ started_at: at }) =>
                html`<th class="number" title="${timeWords(at, zone)}">${shortDay(at, zone)}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${sorted.map(line)}
        </tbody>
      </table>
    </div>`;
}

function cell(count: number | null, { header }: CheckModel): Html {
  if (count === null) return html`<td class="number muted">&middot;</td>`;
  if (count === 0) return html`<td class="number fine">&#10003;</td>`;
  const tone = header.severity === 'block' ? 'bad' : 'warn';
  return html`<td class="number"><span class="pill ${tone}">${grouped(count)}</span></td>`;
}

function shortDay(at: string, timeZone: string): string {
  const form = { month: 'numeric', day: 'numeric', timeZone } as const;
  return new Intl.DateTimeFormat('en-US', form).format(new Date(at));
}
