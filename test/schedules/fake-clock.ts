import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../pipelines/local/serve.ts';

/** A clock that stands still while something works, and leaps when it is waited for. */
export class FakeClock implements Clock {
  private time: number;
  private readonly waiting: { readonly at: number; readonly wake: () => void }[] = [];

  constructor(
    start: string,
    private readonly end: string,
    /** Called when the end has come. */
    private readonly stop: () => void,
  ) {
    this.time = Date.parse(start);
  }

  now(): Date {
    return new Date(this.time);
  }

  /** Something that takes so long, while others sleep. */
  lasts(milliseconds: number): Promise<void> {
    return new Promise((wake) => this.waiting.push({ at: this.time + milliseconds, wake }));
  }

  async sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    const until = Math.min(this.time + milliseconds, Date.parse(this.end));
    while (!signal.aborted) {
      const [next] = this.waiting.sort((a, b) => a.at - b.at);
      if (!next || next.at > until) {
        this.time = until;
        break;
      }
      this.waiting.shift();
      this.time = Math.max(this.time, next.at);
      next.wake();
      // What was waited for ends, and says so by the signal once it has written what it must.
      while (!signal.aborted) await pause(1);
    }
    if (this.time >= Date.parse(this.end)) this.stop();
  }
}
