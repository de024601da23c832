import { join } from 'node:path';
import { fullRequest, type RefreshRequest } from '../../pipelines/refresh/request.ts';

/** What a person asks who types no more than `refresh DISTRICT`. */
export function refreshRequest(
  districtFolder: string,
  more: Partial<RefreshRequest> = {},
): RefreshRequest {
  return fullRequest({
    districtFolder,
    extractsFolder: join(districtFolder, 'extracts'),
    ...more,
  });
}
