import { expect, test } from 'vitest';
import { describeRun } from '../../pipelines/operations/run.ts';
import { mergeParts } from '../../pipelines/runtime/merge-parts.ts';
import { eventsOf, type Line } from '../support/run-logs.ts';

const step = (second: number, state: NonNullable<Line['state']>): Line => ({
  second,
  state,
  asset: 'core.sites',
  partition: '2024',
});
const surroundings = {
  now: new Date('2026-09-01T12:30:00Z'),
  host: 'here',
  stillRuns: () => false,
};

/** The states of the step in the merged log, and the one that status tells. */
function statesOf(...parts: readonly (readonly Line[])[]): readonly unknown[] {
  const merged = mergeParts(parts.map((lines) => eventsOf('2026-09-01T12', lines)));
  const told = describeRun(merged, surroundings)?.steps[0]?.state;
  return [...merged.map(({ state }) => state), told];
}

test('clocks that agree: by time', () => {
  expect(statesOf([step(1, 'planned')], [step(2, 'running'), step(5, 'made')])).toEqual([
    'planned',
    'running',
    'made',
    'made',
  ]);
});

test('a worker whose clock is behind that of the one that planned', () => {
  expect(statesOf([step(100, 'planned')], [step(2, 'running'), step(5, 'made')])).toEqual([
    'planned',
    'running',
    'made',
    'made',
  ]);
});

test('a second attempt on a worker whose clock is behind that of the first, which died', () => {
  expect(
    statesOf(
      [step(1, 'planned')],
      [step(300, 'running')],
      [step(60, 'running'), step(70, 'reused')],
    ),
  ).toEqual(['planned', 'running', 'running', 'reused', 'reused']);
});

test('an attempt after an end of the same part is a new one', () => {
  const again = [step(2, 'running'), step(5, 'made'), step(9, 'running')];
  expect(statesOf([step(1, 'planned')], again)).toEqual([
    'planned',
    'running',
    'made',
    'running',
    'running',
  ]);
  expect(statesOf([step(100, 'planned')], [...again, step(11, 'reused')]).at(-1)).toBe('reused');
});

test('a run has started when its first line says so, whatever a clock behind says', () => {
  const lines = [
    eventsOf('2026-09-01T12', [{ second: 100, event: 'run_started', about: {} }]),
    eventsOf('2026-09-01T12', [step(5, 'made')]),
  ];
  expect(describeRun(mergeParts(lines), surroundings)).toMatchObject({
    started_at: '2026-09-01T12:01:40.000Z',
    last_event_at: '2026-09-01T12:01:40.000Z',
  });
});
