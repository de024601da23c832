import type { Schedule } from '../../transforms/config/schedule.ts';
import type { Trigger } from '../runtime/run-log.ts';
import type { RefreshRequest } from './request.ts';

/** What a schedule of a district asks of a refresh, on either engine. */
export function scheduledRequest(
  schedule: Schedule,
  folders: Pick<RefreshRequest, 'districtFolder' | 'extractsFolder'>,
  trigger: Trigger,
): RefreshRequest {
  const { id, site, label, parameters } = schedule;
  return {
    format: 1,
    ...folders,
    set: Object.fromEntries(Object.entries(parameters).map(([name, v]) => [name, String(v)])),
    select: null,
    label: label ?? null,
    site,
    trigger,
    schedule: id,
    years: null,
    publish: true,
    accept: [],
  };
}
