import { mkdtempSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { type ServeOptions, serve } from '../../pipelines/local/serve.ts';
import type { News } from '../../pipelines/local/serve-events.ts';
import type { RefreshRequest } from '../../pipelines/refresh/request.ts';
import { FakeClock } from './fake-clock.ts';

/** A district of its own, whose home nobody else uses. */
export function newDistrict(
  root: string,
  schedules: string,
): { readonly folder: string; readonly home: string } {
  const folder = mkdtempSync(join(root, 'd'));
  declare(folder, schedules);
  return { folder, home: `${folder}-home` };
}

export function declare(folder: string, schedules: string, id = 'small-town'): void {
  const text = `version: 1
district: { id: ${id}, name: Small Town, state: AZ, time_zone: America/Phoenix }
map: { amount_type: actual, chart: [fund] }
${declared(schedules)}
sources:
  - id: ledger
    extract: gl_balances
    file: 'GL_{fiscal_year}.csv'
    columns:
      fiscal_year: { const: '{fiscal_year}' }
      amount_type: { const: actual }
      fund_code: { from: Fund }
      amount: { from: Amount }
`;
  writeFileSync(join(folder, 'district.yaml'), text);
}

/** Lines of schedules, or of other settings. */
function declared(lines: string): string {
  return lines.startsWith(' ') ? `schedules:\n${lines}` : lines;
}

export interface Play {
  readonly from: string;
  readonly to: string;
  /** How long a refresh takes, in milliseconds. */
  readonly lasts?: number;
  readonly during?: (request: RefreshRequest, stop: () => void) => void;
  /** Folders of further districts that the same process serves. */
  readonly also?: readonly string[];
}

/** Serves from a time to another one in Phoenix, which is 7 hours behind UTC; tells what happened, and when. */
export async function play(
  { folder, home }: { readonly folder: string; readonly home: string },
  { from, to, lasts = 1000, during, also = [] }: Play,
): Promise<readonly string[]> {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  const clock = new FakeClock(`${from}-07:00`, `${to}-07:00`, stop);
  const told: string[] = [];
  const refresh: ServeOptions['refresh'] = async (request) => {
    during?.(request, stop);
    const stopped = once(controller.signal, 'abort');
    if (!controller.signal.aborted) await Promise.race([clock.lasts(lasts), stopped]);
    if (controller.signal.aborted) throw new Error('It was stopped.');
    const { id, name } = { id: 'small-town', name: 'Small Town' };
    return {
      runId: 'run',
      district: { id, name, state: 'AZ', time_zone: 'America/Phoenix' },
      home,
      end: 'made',
      states: {},
      failures: [],
      warnings: [],
      late: [],
      published: null,
      siteBuilt: false,
    };
  };
  await serve({
    districts: [folder, ...also].map((each) => ({ districtFolder: each, extractsFolder: each })),
    place: {
      home,
      threads: 1,
      memoryLimit: undefined,
      signal: controller.signal,
      environment: {},
      follow: () => {},
      say: () => {},
    },
    clock,
    refresh,
    tell: ({ at, schedule, news }) => {
      if (!news.kind.startsWith('watching')) told.push(`${local(at)} ${schedule} ${words(news)}`);
    },
  });
  return told;
}

const local = (time: Date): string =>
  new Date(time.getTime() - 7 * 3_600_000).toISOString().slice(5, 16);

function words(news: News): string {
  switch (news.kind) {
    case 'started':
      return `${news.trigger} of ${local(news.nominal)}`;
    case 'skipped':
      return `skipped ${local(news.nominal)}: ${news.why}`;
    case 'missed':
      return `missed ${news.count} until ${local(news.last)}`;
    case 'problem':
    case 'failed':
      return `${news.kind}: ${news.facts.what}`;
    case 'waiting_for_files':
      return `waits for ${news.sources.join(', ')}`;
    case 'files_arrived':
      return `arrived: ${news.names.join(', ')}`;
    case 'watching':
    case 'watching_files':
    case 'nothing_declared':
    case 'ended':
      return news.kind;
  }
}
