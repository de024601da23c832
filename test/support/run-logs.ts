import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunAbout, RunEvent } from '../../pipelines/runtime/run-log.ts';

/** A line of a log as a test writes it: the second of its hour, and what matters of it. */
export type Line = Partial<Omit<RunEvent, 'at' | 'about'>> & {
  readonly second: number;
  readonly about?: Partial<RunAbout>;
};

const about: RunAbout = {
  engine: 'embedded',
  trigger: 'manual',
  schedule: null,
  years: null,
  host: 'here',
  process: null,
};

/** The events of a run that started at the full hour of `hour`, such as `2026-09-01T12`. */
export function eventsOf(hour: string, lines: readonly Line[]): RunEvent[] {
  return lines.map(({ second, about: some, ...line }, i) => ({
    v: 1,
    seq: i + 1,
    at: new Date(Date.parse(`${hour}:00:00.000Z`) + second * 1000).toISOString(),
    run_id: `${hour.replaceAll('-', '')}0000Z-00000001`,
    event: 'step',
    asset: null,
    partition: null,
    name: null,
    state: null,
    why: null,
    key: null,
    rows: null,
    ms: null,
    error: null,
    ...line,
    about: some ? { ...about, ...some } : null,
  }));
}

/** Writes the log of a run into a home; `writer` names a part of it, as each worker writes one. */
export function writeLog(
  home: string,
  hour: string,
  lines: readonly Line[],
  writer?: string,
): void {
  const events = eventsOf(hour, lines);
  mkdirSync(join(home, 'runs'), { recursive: true });
  const name = [`${hour.replaceAll('-', '')}0000Z-00000001`, writer, 'jsonl']
    .filter(Boolean)
    .join('.');
  writeFileSync(join(home, 'runs', name), events.map((e) => `${JSON.stringify(e)}\n`).join(''));
}

/** A refresh that read the files of some sources anew and made an edition. */
export function goodRun(edition: string, files: Readonly<Record<string, string>> = {}): Line[] {
  const made = Object.entries(files).map(([source, why], i): Line => ({
    second: i + 1,
    asset: 'staging.gl_transactions',
    partition: `${source}/0123456789abcdef`,
    name: `${source} file.csv`,
    state: 'made',
    why,
  }));
  return [
    { second: 0, event: 'run_started', about: {} },
    ...made,
    { second: 60, event: 'run_ended', state: 'made', key: edition, ms: 60_000 },
  ];
}
