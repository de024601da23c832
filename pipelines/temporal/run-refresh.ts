import { join } from 'node:path';
import type { RunEnd } from '../graph/execute.ts';
import { readProgram } from '../refresh/program.ts';
import { readDistrict } from '../refresh/read-district.ts';
import type { RefreshRequest } from '../refresh/request.ts';
import type { RefreshResult } from '../refresh/result.ts';
import { withClient } from './connection.ts';
import { type Follower, followRefresh } from './follow-refresh.ts';
import { resultOf } from './refresh-result.ts';
import { startRefresh } from './start-refresh.ts';

/** A workflow that was started, as an operator finds it on the server. */
export interface StartedRun {
  readonly workflowId: string;
  readonly runId: string;
}

/** Starts a refresh on the Temporal server and returns where it is, without waiting for its end. */
export function startOnTemporal(request: RefreshRequest): Promise<StartedRun> {
  return withClient(async (client) => {
    const { district } = await readDistrict(request.districtFolder);
    const handle = await startRefresh(client, request, district);
    return { workflowId: handle.workflowId, runId: handle.firstExecutionRunId };
  });
}

/** Runs a refresh on the Temporal server to its end; `home` is where this machine sees the workers' outputs. */
export function refreshOnTemporal(
  request: RefreshRequest,
  home: string,
  follower: Omit<Follower, 'site'>,
): Promise<RefreshResult> {
  return withClient(async (client) => {
    const { district } = await readDistrict(request.districtFolder);
    const handle = await startRefresh(client, request, district);
    const report = await followRefresh(client, handle, { ...follower, site: request.site });
    const outputs = join(home, district.id);
    if (report) return resultOf(report, await readProgram(), district, outputs);
    return { ...nothing, runId: handle.firstExecutionRunId, district, home: outputs };
  });
}

/** What is left to tell of a refresh that was stopped. */
const nothing = {
  end: 'cancelled' satisfies RunEnd as RunEnd,
  states: {},
  failures: [],
  warnings: [],
  late: [],
  published: null,
  siteBuilt: false,
} as const;
