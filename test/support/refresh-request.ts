import { join } from 'node:path';
import type { RefreshRequest } from '../../pipelines/refresh/request.ts';

/** What a person asks who types no more than `refresh DISTRICT`. */
export function refreshRequest(
  districtFolder: string,
  more: Partial<RefreshRequest> = {},
): RefreshRequest {
  return {
    format: 1,
    districtFolder,
    extractsFolder: join(districtFolder, 'extracts'),
    set: {},
    select: null,
    label: null,
    site: true,
    publish: true,
    trigger: 'manual',
    schedule: null,
    years: null,
    accept: [],
    ...more,
  };
}
