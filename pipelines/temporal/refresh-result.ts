import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import { readOrder } from '../refresh/order.ts';
import type { Program } from '../refresh/program.ts';
import { lateIn, type RefreshResult, warningsOf } from '../refresh/result.ts';
import { nameOfEvent, readRun, type RunEvent } from '../runtime/run-log.ts';
import { stepId } from '../graph/plan.ts';
import { Store, type StoredStep } from '../runtime/store.ts';
import type { RefreshReport } from './payloads.ts';

/**
 * What a refresh on Temporal came to, in full: its report names no row, so sentences that tell of some are read from
 * the run's log and the store, where this machine sees them.
 */
export async function resultOf(
  report: RefreshReport,
  program: Program,
  district: District['district'],
  home: string,
): Promise<RefreshResult> {
  const { run, end, states, published, siteBuilt } = report;
  const events = await readRun(home, run.runId);
  const failures = report.failures.map((failure) => {
    const said = events.findLast((event) => isStep(event, failure.step) && event.error !== null);
    const { facts } = failure;
    if (facts.exit !== 3 || !said) return failure;
    const what = (said.error ?? '').replace(` ${facts.fix}`, '');
    return { ...failure, name: nameOfEvent(said), facts: { ...facts, what } };
  });
  const told =
    events.length === 0 ? { warnings: [], late: [] } : await toldBy(report, program, home, events);
  return {
    runId: run.runId,
    district,
    home,
    end,
    states,
    failures,
    ...told,
    published,
    siteBuilt,
  };
}

async function toldBy(
  { run }: RefreshReport,
  { models }: Program,
  home: string,
  events: readonly RunEvent[],
): Promise<Pick<RefreshResult, 'warnings' | 'late'>> {
  const folder = join(home, 'store');
  const store = new Store(folder);
  const order = await readOrder(folder, run.order);
  const stored = new Map<string, StoredStep>();
  for (const { asset, partition, key } of events) {
    if (asset === null || partition === null || key === null) continue;
    const step = await store.find(asset, partition, key);
    if (step) stored.set(stepId(asset, partition), step);
  }
  const warnings = warningsOf({ order, plan: order.plan, models }, (id) => stored.get(id));
  return { warnings, late: lateIn(order) };
}

function isStep({ asset, partition }: RunEvent, id: string): boolean {
  return asset !== null && partition !== null && stepId(asset, partition) === id;
}
