import type { StepState } from '../graph/execute.ts';
import type { RunEvent } from '../runtime/run-log.ts';
import { nameOfEvent } from '../runtime/run-log.ts';
import { Stages } from './stages.ts';

/** A step that takes longer is worth a line. */
const worthALine = 5_000;

/**
 * Shows a person where a run is: on a terminal one line that changes, elsewhere a line for each stage and for what
 * takes long or fails. Every step stands in the run log.
 */
export class Progress {
  private readonly running = new Set<string>();
  private readonly stages = new Stages();
  private ended = 0;

  constructor(
    private readonly stream: Pick<NodeJS.WriteStream, 'write' | 'isTTY' | 'columns'>,
    private readonly quiet: boolean,
  ) {}

  follow(event: RunEvent, steps: number): void {
    if (event.event !== 'step' || event.state === null || event.state === 'planned') return;
    const name = nameOfEvent(event);
    if (event.state === 'running') {
      this.running.add(name);
    } else {
      this.running.delete(name);
      this.ended += 1;
    }
    if (this.quiet) return;
    if (this.stream.isTTY) this.draw(steps);
    else this.print(event, name);
  }

  /** Where a run is that goes on elsewhere: how many steps there are, how many in which state, and which run now. */
  show(
    steps: number,
    states: Readonly<Partial<Record<StepState, number>>>,
    running: readonly string[],
  ): void {
    const { planned = 0, running: now = 0 } = states;
    this.ended = Math.max(0, steps - planned - now);
    if (this.quiet || steps === 0) return;
    if (this.stream.isTTY) {
      this.running.clear();
      for (const name of running) this.running.add(name.replace(/@all$/, '').replace('@', ' '));
      this.draw(steps);
      return;
    }
    for (const name of running) {
      const stage = this.stages.open(name.split('@')[0] ?? '');
      if (stage !== undefined) this.stream.write(`${stage}\n`);
    }
  }

  /** A line of what a long step says of itself. */
  say(line: string): void {
    if (this.quiet) return;
    if (this.stream.isTTY) this.stream.write(`\r\u001b[2K${this.fit(line)}`);
    else this.stream.write(`${line}\n`);
  }

  /** Takes the changing line away, so that what follows starts on a line of its own. */
  end(): void {
    if (!this.quiet && this.stream.isTTY) this.stream.write('\r\u001b[2K');
  }

  private draw(steps: number): void {
    const at = [...this.running].slice(0, 3).join(', ');
    this.stream.write(`\r\u001b[2K${this.fit(`${this.ended} of ${steps}  ${at}`)}`);
  }

  private print(event: RunEvent, name: string): void {
    if (event.state === 'running') {
      const stage = this.stages.open(event.asset ?? '');
      if (stage !== undefined) this.stream.write(`${stage}\n`);
      return;
    }
    const ms = event.ms ?? 0;
    if (event.state === 'failed') this.stream.write(`  ${name} failed\n`);
    if (event.state === 'made' && ms > worthALine) {
      this.stream.write(`  ${name}: ${Math.round(ms / 1000)} seconds\n`);
    }
  }

  private fit(line: string): string {
    return line.slice(0, Math.max(20, (this.stream.columns ?? 80) - 1));
  }
}
