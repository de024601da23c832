import type { RunEvent } from './run-log.ts';

/**
 * The parts of one run's log as one list, by time. Clocks of two hosts differ, so of the lines of one step time alone
 * does not tell which is the last: within an attempt it is planned, then it runs, then it ends, and only a part that
 * tells of an end and then that the step runs again tells of a further attempt. Those lines trade places.
 */
export function mergeParts(parts: readonly (readonly RunEvent[])[]): readonly RunEvent[] {
  const lines = parts.flatMap(staged).sort((a, b) => byTime(a.event, b.event));
  const ofStep = new Map<string, Line[]>();
  for (const line of lines) {
    if (line.step !== null) ofStep.set(line.step, [...(ofStep.get(line.step) ?? []), line]);
  }
  for (const found of ofStep.values()) found.sort((a, b) => a.stage - b.stage);
  return lines.map(({ step, event }) =>
    step === null ? event : (ofStep.get(step)?.shift()?.event ?? event),
  );
}

interface Line {
  readonly event: RunEvent;
  readonly step: string | null;
  /** How far the step has come: three stages for each attempt. */
  readonly stage: number;
}

/** The lines of one part, whose order is certain. */
function staged(part: readonly RunEvent[]): readonly Line[] {
  const reached = new Map<string, number>();
  return part.map((event) => {
    if (event.event !== 'step') return { event, step: null, stage: 0 };
    const step = `${event.asset}@${event.partition}`;
    const before = reached.get(step) ?? planned;
    const attempt = Math.floor(before / stages);
    const ended = before % stages === end;
    const own = event.state === 'planned' ? planned : event.state === 'running' ? running : end;
    const stage = (ended && own === running ? attempt + 1 : attempt) * stages + own;
    reached.set(step, stage);
    return { event, step, stage };
  });
}

const [planned, running, end, stages] = [0, 1, 2, 3];

function byTime(a: RunEvent, b: RunEvent): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return a.seq - b.seq;
}
