import type { Schedule } from '../../transforms/config/schedule.ts';
import type { Trigger } from '../runtime/run-log.ts';
import { fullRequest, type RefreshRequest } from './request.ts';

/** What a schedule of a district asks of a refresh, on either engine. */
export function scheduledRequest(
  schedule: Schedule,
  folders: Pick<RefreshRequest, 'districtFolder' | 'extractsFolder'>,
  trigger: Trigger,
): RefreshRequest {
  const { id, site, label, parameters } = schedule;
  const set = Object.entries(parameters).map(([name, value]) => [name, String(value)]);
  return fullRequest({
    ...folders,
    set: Object.fromEntries(set) as Record<string, string>,
    label: label ?? null,
    site,
    trigger,
    schedule: id,
  });
}
