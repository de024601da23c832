import { join } from 'node:path';
import { type RefreshRequest, requestOf } from '../../pipelines/refresh/request.ts';

/** What a person asks who types no more than `refresh DISTRICT`. */
export function refreshRequest(
  districtFolder: string,
  more: Partial<RefreshRequest> = {},
): RefreshRequest {
  return requestOf({
    districtFolder,
    extractsFolder: join(districtFolder, 'extracts'),
    ...more,
  });
}
