import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '../operations/asked.ts';
import type { Movements } from '../refresh/movements.ts';
import type { RefreshResult } from '../refresh/result.ts';
import type { Need, Summary } from '../refresh/summary.ts';
import { lateWords } from '../runtime/late-sources.ts';
import { countOf, dollars, grouped } from '../runtime/words.ts';
import { acceptLines } from './accept-check.ts';
import { printFailure } from './errors.ts';
import { shortPath } from './folders.ts';
import { printMovements } from './print-movements.ts';
import { printRules } from './print-rules.ts';

/** How the person named things, so that commands can be repeated to them. */
interface Asked {
  readonly district: string;
  readonly home: string | undefined;
  /** Further options, as they were typed. */
  readonly options: readonly string[];
}

/** What is told beside the result itself, as far as the outputs are seen from here. */
interface Facts {
  readonly summary: Summary | undefined;
  readonly moved: Movements | undefined;
  /** Of what checks that block have found, by check. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Tells a person what a refresh came to, and what needs them next. */
export function printResult(
  result: RefreshResult,
  { summary, moved, marks }: Facts,
  asked: Asked,
): void {
  for (const warning of result.warnings) console.log(`Please look: ${warning}`);
  if (result.end === 'cancelled') {
    console.log('Stopped. Nothing is half done: the next refresh goes on from here.');
    return;
  }
  // Where there is a summary, it asks for them among what needs a person.
  if (!summary) {
    for (const late of result.late) console.log(`Has not come: ${lateWords(late)}.`);
  }
  if (result.failures.length > 0) {
    console.error('Nothing was published; readers still see what they saw before.');
    for (const { name, facts } of result.failures) printFailure(facts, name);
    for (const line of acceptLines(result.failures, asked, marks)) console.error(line);
    return;
  }
  console.log(countLine(result));
  if (!result.published) return;
  if (summary) printTies(summary);
  printPlaces(result, asked);
  if (summary) printRules(summary.rules);
  if (moved) printMovements(moved);
  if (summary) printNeeds(summary.needsYou);
}

function countLine({ states, published }: RefreshResult): string {
  const steps = `${countOf(states.made ?? 0, 'step')} made, ${grouped(states.reused ?? 0)} reused`;
  if (!published) return `Only the parts you named were made; nothing was published (${steps}).`;
  const end = {
    published: `Published edition ${published.edition}`,
    'already published': `Edition ${published.edition} is already published`,
    'waits for approval': `Edition ${published.edition} waits for approval`,
  }[published.outcome];
  return `${end} (${steps}).`;
}

function printTies(summary: Summary): void {
  const invented = summary.invented ? ' (an invented district)' : '';
  console.log(`${summary.name}${invented}, ${yearsOf(summary)}, dollars ${summary.amountWord}:`);
  console.log(
    `  ${dollars(summary.assigned)} assigned to a purpose, ${dollars(summary.notYetAssigned)} not yet assigned.`,
  );
  console.log(
    `  Every dollar of the files is accounted for, and they tie to ${summary.tiesTo}: difference ${dollars(summary.difference)}.`,
  );
}

/** The years of a map in words. */
export function yearsOf({ firstYear, latestYear, progressYear }: Summary): string {
  const whole =
    firstYear === latestYear
      ? `fiscal year ${latestYear}`
      : `fiscal years ${firstYear} to ${latestYear}`;
  return progressYear === null ? whole : `${whole}, and ${progressYear} to date`;
}

function printPlaces(result: RefreshResult, { district, home }: Asked): void {
  const folder = join(result.home, 'editions', result.published?.edition ?? '');
  if (!existsSync(folder)) {
    console.log('Outputs: in the --home of the workers, which this computer does not see.');
    return;
  }
  console.log(`Outputs: ${shortPath(folder)}`);
  console.log('  package/ (Parquet), resource-map.duckdb, manifest.json');
  const where = home === undefined ? '' : ` --home ${quoted(home)}`;
  console.log(
    result.siteBuilt
      ? `Open the report site: npx resource-map reports serve ${quoted(district)}${where}`
      : 'The report site is not built; refresh without --no-site to build it.',
  );
}

/** Of each topic of `release.quality`: what a person is told that it is, and what its rows count. */
const topics: Readonly<Record<string, { readonly title: string; readonly noun: string }>> = {
  'new codes': { title: 'Codes that no rule knows', noun: 'ledger line' },
  quarantined: { title: 'Rows set aside', noun: 'row' },
  'late files': { title: 'Files that have not come', noun: 'file' },
  'hidden results': { title: 'Results that no reader sees', noun: 'row' },
  'not compared': { title: 'Years not compared with the year before', noun: 'year' },
  'unlisted units': { title: 'Units missing from your site list', noun: 'unit' },
};

const mostNeeds = 12;

/** What waits for a person, the most pressing first. */
export function printNeeds(needs: readonly Need[]): void {
  if (needs.length === 0) {
    console.log('Needs you: nothing.');
    return;
  }
  console.log('Needs you:');
  let before = '';
  for (const need of needs.slice(0, mostNeeds)) {
    if (need.topic !== before) console.log(`  ${topics[need.topic]?.title ?? need.topic}`);
    before = need.topic;
    console.log(`    ${needLine(need)}`);
  }
  const more = needs.length - mostNeeds;
  if (more > 0) console.log(`  and ${grouped(more)} more: see the quality page`);
}

/** `function 2777, fiscal year 2024: 12 ledger lines, $45,000.50 (no rule assigns it)` */
function needLine({ topic, label, fiscalYear, rows, amount, note }: Need): string {
  const year = fiscalYear === null ? [] : [`fiscal year ${fiscalYear}`];
  // The title of that topic has said it.
  const what = [...(topic === 'unlisted units' ? [] : [label]), ...year].join(', ');
  const facts = [
    ...(rows === null ? [] : [countOf(Number(rows), topics[topic]?.noun ?? 'row')]),
    ...(amount === null ? [] : [dollars(amount)]),
  ];
  const how = facts.length === 0 ? '' : `: ${facts.join(', ')}`;
  return what + how + (note === null || note === '' ? '' : ` (${note.replace(/\.$/, '')})`);
}
