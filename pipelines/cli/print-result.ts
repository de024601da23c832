import type { RefreshResult } from '../local/refresh.ts';
import type { Need, Summary } from '../local/summary.ts';
import { printError } from './errors.ts';
import { shortPath } from './folders.ts';

/** How the person named things, so that commands can be repeated to them. */
interface Asked {
  readonly district: string;
  readonly home: string | undefined;
}

/** Tells a person what a refresh came to, and what needs them next. */
export function printResult(
  result: RefreshResult,
  summary: Summary | undefined,
  asked: Asked,
): void {
  for (const warning of result.warnings) console.log(`Please look: ${warning}`);
  if (result.cancelled) {
    console.log('Stopped. Nothing is half done: the next refresh goes on from here.');
    return;
  }
  if (result.failures.length > 0) {
    console.error('Nothing was published; readers still see what they saw before.');
    for (const { step, error } of result.failures) printError(error, step);
    return;
  }
  console.log(countLine(result));
  if (!result.published) return;
  if (summary) printTies(summary);
  printPlaces(result, asked);
  if (summary) printNeeds(summary.needsYou);
}

function countLine({ states, published }: RefreshResult): string {
  const steps = `${states.made ?? 0} steps made, ${states.reused ?? 0} reused`;
  if (!published) return `Done: ${steps}. Nothing is published by a selection.`;
  const end = {
    published: `Published edition ${published.edition}`,
    'already published': `Edition ${published.edition} is already published`,
    'waits for approval': `Edition ${published.edition} waits for approval`,
  }[published.outcome];
  return `${end} (${steps}).`;
}

function printTies(summary: Summary): void {
  const years =
    summary.firstYear === summary.latestYear
      ? `fiscal year ${summary.latestYear}`
      : `fiscal years ${summary.firstYear} to ${summary.latestYear}`;
  const invented = summary.invented ? ' (an invented district)' : '';
  console.log(`${summary.name}${invented}, ${years}, dollars ${summary.amountWord}:`);
  console.log(
    `  ${dollars(summary.assigned)} assigned to a purpose, ${dollars(summary.notYetAssigned)} not yet assigned.`,
  );
  console.log(
    `  Every dollar of the files is accounted for, and they tie to ${summary.tiesTo}: difference ${summary.difference}.`,
  );
}

function printPlaces(result: RefreshResult, { district, home }: Asked): void {
  console.log(`Outputs: ${shortPath(result.published?.folder ?? '')}`);
  console.log('  package/ (Parquet), resource-map.duckdb, manifest.json');
  const where = home === undefined ? '' : ` --home ${home}`;
  console.log(
    result.siteBuilt
      ? `Open the report site: npx resource-map reports serve ${district}${where}`
      : 'The report site is not built; refresh without --no-site to build it.',
  );
}

function printNeeds(needs: readonly Need[]): void {
  if (needs.length === 0) {
    console.log('Needs you: nothing.');
    return;
  }
  console.log('Needs you:');
  needs.slice(0, 12).forEach((need) => console.log(`  ${needLine(need)}`));
  if (needs.length > 12) console.log(`  and ${needs.length - 12} more: see the quality page`);
}

function needLine({ topic, label, fiscalYear, rows, amount, note }: Need): string {
  const facts = [
    `${topic}: ${label}`,
    ...(fiscalYear === null ? [] : [`fiscal year ${fiscalYear}`]),
    ...(rows === null ? [] : [`${rows} ${rows === '1' ? 'row' : 'rows'}`]),
    ...(amount === null ? [] : [dollars(amount)]),
  ];
  return facts.join(', ') + (note === null ? '' : ` (${note.replace(/\.$/, '')})`);
}

/** An exact decimal as Americans write it. */
function dollars(amount: string): string {
  const [whole = '', cents = '00'] = amount.replace('-', '').split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
  return `${amount.startsWith('-') ? '-' : ''}$${grouped}.${cents}`;
}
