import type { RunEvent } from '../runtime/run-log.ts';

/** Shows a person where a run is: one line that changes on a terminal, a line for each step that was made elsewhere. */
export class Progress {
  private readonly running = new Set<string>();
  private ended = 0;

  constructor(
    private readonly stream: NodeJS.WriteStream,
    private readonly quiet: boolean,
  ) {}

  follow(event: RunEvent, steps: number): void {
    if (event.event !== 'step' || event.asset === null || event.state === null) return;
    const name =
      event.partition === 'all' ? event.asset : `${event.asset} ${event.partition ?? ''}`;
    if (event.state === 'planned') return;
    if (event.state === 'running') {
      this.running.add(name);
    } else {
      this.running.delete(name);
      this.ended += 1;
    }
    if (this.quiet) return;
    if (this.stream.isTTY) this.draw(steps);
    else if (event.state === 'made' || event.state === 'failed') this.print(event, name, steps);
  }

  /** A line of what a long step says of itself. */
  say(line: string): void {
    if (this.quiet) return;
    if (this.stream.isTTY) this.stream.write(`\r\u001b[2K${this.fit(`  ${line}`)}`);
    else this.stream.write(`  ${line}\n`);
  }

  /** Takes the changing line away, so that what follows starts on a line of its own. */
  end(): void {
    if (!this.quiet && this.stream.isTTY) this.stream.write('\r\u001b[2K');
  }

  private draw(steps: number): void {
    const at = [...this.running].slice(0, 3).join(', ');
    this.stream.write(`\r\u001b[2K${this.fit(`${this.ended} of ${steps}  ${at}`)}`);
  }

  private print(event: RunEvent, name: string, steps: number): void {
    const seconds = ((event.ms ?? 0) / 1000).toFixed(1);
    const why = event.why === null ? '' : ` (${event.why})`;
    this.stream.write(`${this.ended}/${steps} ${event.state ?? ''} ${name} ${seconds} s${why}\n`);
  }

  private fit(line: string): string {
    return line.slice(0, Math.max(20, (this.stream.columns ?? 80) - 1));
  }
}
