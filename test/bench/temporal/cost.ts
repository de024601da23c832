import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withClient } from '../../../pipelines/temporal/connection.ts';
import { followRefresh } from '../../../pipelines/temporal/follow-refresh.ts';
import { refreshOnTemporal } from '../../../pipelines/temporal/run-refresh.ts';
import { startRefresh } from '../../../pipelines/temporal/start-refresh.ts';
import { refreshWorkflowId } from '../../../pipelines/temporal/workflows/names.ts';
import type { BenchChild } from '../child.ts';
import { type Measured, median } from '../results.ts';
import type { EmbeddedAnswer, EmbeddedTask } from './embedded.ts';
import { type KeptRefresh, keptOf } from './server.ts';
import { request, setStage, type Stage, useServer } from './stage.ts';

/** What the refresh through Temporal may take, of what the embedded one and Temporal by itself take together. */
const bound = 1.25;

/** A round: seconds of the embedded refresh, of Temporal with nothing to do, and of the refresh through Temporal. */
interface Round {
  readonly embedded: number;
  readonly instant: number;
  readonly temporal: number;
}

/**
 * What Temporal costs: T at most 1.25 x (E + N), where T is the refresh of Riverbend through Temporal without its site,
 * E the same in one process, and N its workflow with activities that return at once. Each is timed from the call that
 * a command makes to the answer that it prints, in processes that are up and have refreshed once before. All three
 * take as many steps at once, with as many threads each, and find an empty home. Their order changes from round to
 * round, so that what else the machine does falls on all of them.
 */
export async function benchTemporal(
  rounds: number,
  say: (line: string) => void,
): Promise<Measured> {
  const scratch = mkdtempSync(join(tmpdir(), 'resource-map-bench-'));
  const children: BenchChild[] = [];
  try {
    const stage = await setStage(scratch, children);
    say(`Warming up: ${secondsOf(await playRound(stage, scratch, 0))}.`);
    const played: Round[] = [];
    for (let number = 1; number <= rounds; number += 1) {
      const round = await playRound(stage, scratch, number);
      say(`Round ${number} of ${rounds}: ${secondsOf(round)}.`);
      played.push(round);
    }
    const kept = await keptOf(stage.address, 'real', refreshWorkflowId(stage.district.id));
    return verdict(played, kept, stage);
  } finally {
    for (const child of children.reverse()) await child.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function playRound(stage: Stage, scratch: string, number: number): Promise<Round> {
  const round = { embedded: NaN, instant: NaN, temporal: NaN };
  const editions: (string | null)[] = [];
  const games = [
    async () => {
      const home = join(scratch, 'embedded');
      const { threads } = stage;
      const task: EmbeddedTask = { request, home, threads };
      const { ms, edition } = await stage.embedded.ask<EmbeddedAnswer>(task);
      round.embedded = ms / 1000;
      editions.push(edition);
      rmSync(home, { recursive: true });
    },
    async () => {
      useServer(stage.address, 'instant');
      round.instant = await secondsFor(() => playInstant(stage));
    },
    async () => {
      useServer(stage.address, 'real');
      const home = join(scratch, 'temporal');
      round.temporal = await secondsFor(async () => {
        const { published } = await refreshOnTemporal(request, home, quiet());
        editions.push(published?.edition ?? null);
      });
      rmSync(join(home, stage.district.id), { recursive: true });
    },
  ];
  for (let turn = 0; turn < games.length; turn += 1) {
    await games[(number + turn) % games.length]?.();
  }
  const [first, second] = editions;
  if (!first || first !== second) throw new Error('E and T did not make the same edition.');
  return round;
}

async function playInstant({ district }: Stage): Promise<void> {
  await withClient(async (client) => {
    await followRefresh(client, await startRefresh(client, request, district), quiet());
  });
}

function quiet(): Parameters<typeof followRefresh>[2] {
  return { signal: new AbortController().signal, progress: () => {}, say: () => {}, site: false };
}

/** What takes minutes will never end, as a workflow that its worker cannot go on with. */
const patience = 180_000;

async function secondsFor(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  const late = pause(patience, 'late', { ref: false });
  if ((await Promise.race([work(), late])) === 'late') throw new Error('It did not end.');
  return (performance.now() - started) / 1000;
}

function ratioOf({ embedded, instant, temporal }: Round): number {
  return temporal / (embedded + instant);
}

function verdict(
  rounds: readonly Round[],
  { activities, events, bytes }: KeptRefresh,
  { threads, slots }: Stage,
): Measured {
  const middle: Round = {
    embedded: median(rounds.map((round) => round.embedded)),
    instant: median(rounds.map((round) => round.instant)),
    temporal: median(rounds.map((round) => round.temporal)),
  };
  const ratio = median(rounds.map(ratioOf));
  const cells = (round: Round): string[] =>
    [round.embedded, round.instant, round.temporal, ratioOf(round)].map((n) => n.toFixed(2));
  const each = (seconds: number): string => `${((seconds * 1000) / activities).toFixed(1)} ms`;
  return {
    title: 'A refresh of Riverbend without its site, in seconds',
    columns: ['round', 'E embedded', 'N nothing to do', 'T Temporal', 'T / (E + N)'],
    rows: [
      ...rounds.map((round, place) => [String(place + 1), ...cells(round)]),
      ['median', ...cells(middle).slice(0, 3), ratio.toFixed(2)],
    ],
    notes: [
      `T is ${ratio.toFixed(2)} x (E + N), the median of ${rounds.length} rounds; at most ${bound.toFixed(2)} is asked.`,
      `${slots} steps at once, ${threads} processors; server with its database on disk.`,
      `${activities} activities: N is ${each(middle.instant)} each, T - E is ${each(middle.temporal - middle.embedded)} each.`,
      `History: ${events} events, ${bytes} bytes; at most 1 MB is asked.`,
    ],
    good: ratio <= bound && bytes <= 1024 * 1024,
  };
}

function secondsOf({ embedded, instant, temporal }: Round): string {
  return `E ${embedded.toFixed(2)} s, N ${instant.toFixed(2)} s, T ${temporal.toFixed(2)} s`;
}
