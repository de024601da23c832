import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Order, readOrder } from '../../refresh/order.ts';
import type { Program } from '../../refresh/program.ts';
import { openRun, type Run } from '../../refresh/run.ts';
import { StepMaker, type StoredSteps } from '../../refresh/step-maker.ts';
import type { EngineOptions } from '../../runtime/duckdb.ts';
import { RunLog } from '../../runtime/run-log.ts';
import { Store, type StoredStep } from '../../runtime/store.ts';
import type { Keys, RunReference } from '../payloads.ts';

/** What a worker works with. */
export interface WorkerPlace {
  /** The folder that holds a folder of outputs for each district. */
  readonly home: string;
  readonly program: Program;
  readonly environment: NodeJS.ProcessEnv;
  /** Threads and memory of each engine: one slot's share. */
  readonly engine: EngineOptions;
  readonly say: (line: string) => void;
}

/** A run, opened for one step of it. */
export interface OpenedRun {
  readonly run: Run;
  readonly maker: StepMaker;
  readonly stored: StoredSteps;
  /** This worker's part of the run's log. */
  readonly log: RunLog;
}

interface Known {
  readonly order: Promise<Order>;
  readonly store: Store;
  readonly steps: Map<string, StoredStep>;
  readonly log: RunLog;
  opened?: Promise<{ readonly run: Run; readonly maker: StepMaker }> | undefined;
}

/** Runs are few at a time; an older one is opened again from its order if a late step asks for it. */
const mostKnown = 20;

/** The runs that this worker has steps of, so that what they share is read once. */
export class OpenRuns {
  readonly program: Program;
  readonly host = hostname();
  private readonly writer = randomUUID().slice(0, 8);
  private readonly known = new Map<string, Known>();

  constructor(readonly place: WorkerPlace) {
    this.program = place.program;
  }

  homeOf(district: string): string {
    return join(this.place.home, district);
  }

  /** The log of a run: the part of its beginning and end (`null`), or this worker's. */
  log(district: string, runId: string, writer: string | null): RunLog {
    return new RunLog(this.homeOf(district), runId, writer ?? undefined);
  }

  order(reference: RunReference): Promise<Order> {
    return this.knownRun(reference).order;
  }

  /** Opens a run for a step that reads the steps of these keys. Throws what `openRun` throws. */
  async open(reference: RunReference, keys: Keys): Promise<OpenedRun> {
    const known = this.knownRun(reference);
    const { run, maker } = await (known.opened ??= this.openOnce(known));
    await Promise.all(keys.map(([id, key]) => this.find(known, maker, id, key)));
    return { run, maker, stored: (id) => known.steps.get(id), log: known.log };
  }

  /** Remembers what a step has made, so that the next one need not look it up. */
  remember(reference: RunReference, id: string, step: StoredStep): void {
    this.knownRun(reference).steps.set(id, step);
  }

  private async openOnce(known: Known): Promise<{ run: Run; maker: StepMaker }> {
    try {
      return await this.openOrder(known);
    } catch (error) {
      // The next step asks again.
      known.opened = undefined;
      throw error;
    }
  }

  private async openOrder(known: Known): Promise<{ run: Run; maker: StepMaker }> {
    const { environment, say, engine } = this.place;
    // Every step brings its own signal; see `makeOneStep`.
    const place = { environment, say, signal: new AbortController().signal };
    const run = openRun(await known.order, this.program, place, engine);
    await known.store.open();
    return { run, maker: new StepMaker(run, known.store) };
  }

  private async find(known: Known, maker: StepMaker, id: string, key: string): Promise<void> {
    if (known.steps.get(id)?.record.key === key) return;
    const { asset, partition } = maker.step(id);
    const step = await known.store.find(asset, partition, key);
    if (!step) throw new Error(`${id} is no longer in the store`);
    known.steps.set(id, step);
  }

  private knownRun({ district, runId, order }: RunReference): Known {
    const name = `${district}/${runId}/${order}`;
    const there = this.known.get(name);
    if (there) return there;
    const store = join(this.homeOf(district), 'store');
    const fresh: Known = {
      order: readOrder(store, order),
      store: new Store(store),
      steps: new Map(),
      log: this.log(district, runId, this.writer),
    };
    // A failure is the step's that asked; the next one reads again.
    fresh.order.catch(() => this.known.delete(name));
    this.known.set(name, fresh);
    const [oldest] = this.known.keys();
    if (this.known.size > mostKnown && oldest !== undefined) this.known.delete(oldest);
    return fresh;
  }
}
