import { freshnessWords } from '../words.ts';
import type { PageFacts } from './facts.ts';
import { type Html, html } from './html.ts';
import { pill } from './pill.ts';

/** How new everything is, beside what the district expects. */
export function freshnessTable({ status }: PageFacts): Html {
  const rows = status.freshness.map((line) => {
    const words = freshnessWords(line, status.district.time_zone);
    return html`<tr>
      <th scope="row">${words.what}</th>
      <td>
        ${line.state === null ? html`<span class="muted">not judged</span>` : pill(line.state)}
      </td>
      <td>${words.age}</td>
      <td>${words.since}</td>
      <td class="muted">${words.expected}</td>
    </tr>`;
  });
  return html`<h2 id="freshness">How fresh everything is</h2>
    <p class="muted">
      Expectations stand in district.yaml under <code>freshness</code>. A file that was only read
      again is not new.
    </p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            <th>State</th>
            <th>Age</th>
            <th>Since</th>
            <th>Expected</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}
