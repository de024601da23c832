import { readCatalog } from '../../sql/catalog.ts';
import { type Asked, approveLine } from '../operations/asked.ts';
import type { Freshness } from '../operations/freshness.ts';
import { plainStep, plainWhy } from '../operations/rooms.ts';
import { offendersOf, type Run, stepsIn, troubles } from '../operations/run.ts';
import { countSteps, type Status } from '../operations/status.ts';
import {
  acceptedWords,
  alsoMadeWords,
  freshnessWords,
  STATE_WORDS,
  timeWords,
  tookWords,
  triggerWords,
} from '../operations/words.ts';
import { countOf, grouped } from '../runtime/words.ts';

/** Enough to see why a run did what it did; all of it is in --json and on the operations page. */
const mostReasons = 8;
const mostNames = 4;

/** Tells a person what readers see, what waits, what is fresh, and how the last refreshes went. */
export function printStatus(status: Status, asked: Asked): void {
  const lines = [
    ...readersLines(status),
    ...waitingLines(status, asked),
    ...(status.also.length === 0 ? [] : ['', alsoMadeWords(status.also)]),
    ...freshnessLines(status),
    ...runsLines(status),
    ...lastRunLines(status),
  ];
  console.log(lines.join('\n'));
}

function readersLines({ district, readersSee: seen }: Status): readonly string[] {
  if (!seen) return [`${district.name}: nothing is published yet.`];
  const when = timeWords(seen.approved_at, district.time_zone);
  const how = seen.by === 'automatic' ? 'published automatically' : `approved by ${seen.by}`;
  const label = seen.label === null ? '' : ` (${seen.label})`;
  return [
    `${district.name}: readers see edition ${seen.edition}${label}, ${how} on ${when}.`,
    ...(seen.note === null ? [] : [`  Note: ${seen.note}`]),
    ...seen.late_files.map((words) => `  Has not come: ${words}.`),
    ...seen.acceptances.map((accepted) => `  ${acceptedWords(accepted)}`),
    ...(seen.site_built ? [] : ['  Site not built: refresh without --no-site to build it.']),
  ];
}

function waitingLines({ district, waiting }: Status, asked: Asked): readonly string[] {
  if (!waiting) return [];
  const label = waiting.label === null ? '' : ` (${waiting.label})`;
  const made = timeWords(waiting.made_at, district.time_zone);
  return [
    '',
    `Waits for approval: edition ${waiting.edition}${label}, made on ${made}.`,
    `  ${approveLine(waiting.edition, asked)}`,
  ];
}

function freshnessLines({ district, freshness }: Status): readonly string[] {
  const rows = freshness.map((line) => {
    const { what, since, age, expected } = freshnessWords(line, district.time_zone);
    return [stateOf(line), what, [age, since].filter(Boolean).join(', '), expected];
  });
  return ['', 'Freshness:', ...aligned(rows)];
}

function stateOf({ state }: Freshness): string {
  return state === null ? '-' : state === 'fresh' ? state : state.toUpperCase();
}

function runsLines({ district, runs }: Status): readonly string[] {
  if (runs.length === 0) return ['', 'No refresh has run yet.'];
  const rows = runs.map((run) => [
    timeWords(run.started_at, district.time_zone),
    triggerWords(run),
    STATE_WORDS[run.state] + (run.engine === 'temporal' ? ' (Temporal)' : ''),
    run.ms === null ? '' : tookWords(run.ms),
    endOf(run, district.time_zone),
  ]);
  return ['', 'Last refreshes, the newest first:', ...aligned(rows)];
}

function endOf(run: Run, timeZone: string): string {
  if (run.edition !== null) return `edition ${run.edition}`;
  if (run.state === 'skipped') return run.why ?? '';
  if (run.state === 'no_news') return `no news since ${timeWords(run.last_event_at, timeZone)}`;
  const [trouble] = troubles(run);
  return trouble === undefined ? '' : plainStep(trouble.step);
}

function lastRunLines(status: Status): readonly string[] {
  const run = status.lastRun;
  if (!run) return [];
  const counts = Object.entries(countSteps(run)).map(([state, n]) => `${grouped(n)} ${state}`);
  const waits = stepsIn(run, 'blocked').filter(({ error }) => error === null).length;
  return [
    '',
    `The last one (${run.id}): ${STATE_WORDS[run.state]}. Steps: ${counts.join(', ') || 'none'}.`,
    ...troubles(run).map(({ step, error }) => `  ${plainStep(step)}: ${error}`),
    ...(waits > 0 ? [`  ${countOf(waits, 'step')} wait for that.`] : []),
    ...madeLines(run),
    ...slowestLine(run),
    ...checkLines(run),
  ];
}

/** What was made, by the reason why; a step that was reused has nothing to say. */
function madeLines(run: Run): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { name, why } of stepsIn(run, 'made')) {
    const reason = plainWhy(why ?? '');
    byReason.set(reason, [...(byReason.get(reason) ?? []), plainStep(name)]);
  }
  const lines = [...byReason].map(([reason, names]) => {
    const more = names.length - mostNames;
    const rest = more > 0 ? ` and ${grouped(more)} more` : '';
    return `  made, ${reason}: ${names.slice(0, mostNames).join(', ')}${rest}`;
  });
  const more = lines.length - mostReasons;
  const rest = more > 0 ? [`  and for ${countOf(more, 'further reason')}: see --json`] : [];
  return [...lines.slice(0, mostReasons), ...rest];
}

/** Where the time went, of what was made. */
function slowestLine(run: Run): readonly string[] {
  const slowest = [...stepsIn(run, 'made')].sort((a, b) => (b.ms ?? 0) - (a.ms ?? 0)).slice(0, 3);
  const words = slowest.map(({ name, ms }) => `${plainStep(name)} ${tookWords(ms ?? 0)}`);
  return words.length === 0 ? [] : [`  slowest: ${words.join(', ')}`];
}

/** The checks that found something, those that only warn too. */
function checkLines(run: Run): readonly string[] {
  const found = [...offendersOf(run)].filter(([, rows]) => rows > 0);
  if (found.length === 0) return [];
  const titles = new Map(
    readCatalog().flatMap((model) =>
      model.kind === 'check' ? [[model.relation as string, model.header.title] as const] : [],
    ),
  );
  return found.map(
    ([check, rows]) => `  ${countOf(rows, 'row')}: ${titles.get(check) ?? plainStep(check)}`,
  );
}

/** Columns as wide as their widest cell; the last is not filled up. */
function aligned(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => row[i]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd(),
  );
}
