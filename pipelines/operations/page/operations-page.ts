import { refreshLine } from '../asked.ts';
import { timeWords } from '../words.ts';
import { checkGrid } from './check-grid.ts';
import { documentOf, operations } from './document.ts';
import type { PageFacts } from './facts.ts';
import { freshnessTable } from './freshness-table.ts';
import { glance, needs } from './glance.ts';
import { html } from './html.ts';
import { lineagePicture } from './lineage-picture.ts';
import { runTable } from './run-table.ts';
import { stepDurations } from './step-durations.ts';
import { stepReasons } from './step-reasons.ts';

/** The page `/operations`: what is fresh, what failed and why. */
export function operationsPage(facts: PageFacts): string {
  const { status, invented, now } = facts;
  const { district, readersSee } = status;
  const body = html`${invented && inventedNote()}
    <h1>Operations</h1>
    ${glance(facts)} ${needs(facts)} ${freshnessTable(facts)} ${runTable(facts)}
    ${status.runs.length > 0 && [stepDurations(facts), stepReasons(facts), checkGrid(facts)]}
    ${lineagePicture(facts)}`;
  return documentOf({
    title: operations,
    district: district.name,
    siteBuilt: readersSee?.site_built === true,
    body,
    foot: `Made on ${timeWords(now.toISOString(), district.time_zone)}, anew each time that it is opened.`,
  });
}

/** The page `/` where there is no report to show yet. */
export function noSitePage(facts: Pick<PageFacts, 'status' | 'asked'>): string {
  const { district, readersSee } = facts.status;
  const why = readersSee
    ? `Edition ${readersSee.edition} was made without its report site.`
    : 'Nothing is published yet.';
  return documentOf({
    title: 'No report yet',
    district: district.name,
    siteBuilt: false,
    body: html`<h1>There is no report to show</h1>
      <p>${why} To build it: <code class="line">${refreshLine(facts.asked)}</code></p>
      <p>What is there is told under <a href="/operations">Operations</a>.</p>`,
    foot: '',
  });
}

function inventedNote() {
  return html`<p class="invented">This is an invented district. It exists nowhere but here.</p>`;
}
