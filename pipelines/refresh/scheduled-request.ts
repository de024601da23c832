import type { Arrivals } from '../../transforms/config/arrivals.ts';
import type { Schedule } from '../../transforms/config/schedule.ts';
import type { Trigger } from '../runtime/run-log.ts';
import { fullRequest, type RefreshRequest } from './request.ts';

/** What a schedule of a district asks of a refresh, on either engine. */
export function scheduledRequest(
  schedule: Schedule,
  folders: Pick<RefreshRequest, 'districtFolder' | 'extractsFolder'>,
  trigger: Trigger,
): RefreshRequest {
  return fullRequest({
    ...folders,
    ...whatIsAsked(schedule),
    trigger,
    schedule: schedule.id,
  });
}

/** What the arrival of a set of files asks of a refresh, on either engine. */
export function arrivalRequest(
  declared: Arrivals,
  folders: Pick<RefreshRequest, 'districtFolder' | 'extractsFolder'>,
  files: string | null,
): RefreshRequest {
  return fullRequest({ ...folders, ...whatIsAsked(declared), trigger: 'files', files });
}

function whatIsAsked({
  site,
  label,
  parameters,
}: Pick<Schedule, 'site' | 'label' | 'parameters'>): Pick<
  RefreshRequest,
  'set' | 'label' | 'site'
> {
  const set = Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, String(value)]),
  );
  return { set, label: label ?? null, site };
}
