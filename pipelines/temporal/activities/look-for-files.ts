import { FileLook } from '../../operations/arrivals/look-for-files.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import type { ArrivalFound, ArrivalStart } from '../payloads.ts';
import type { OpenRuns } from './open-runs.ts';

/** What this worker has seen of each folder, so that a file is hashed once while it stays as it is. */
const looks = new Map<string, FileLook>();

/** Looks at the folder of extracts of a district, as its district.yaml says now. */
export async function lookForFiles(runs: OpenRuns, start: ArrivalStart): Promise<ArrivalFound> {
  const { request } = start;
  const district = await readDistrict(request.districtFolder);
  const { arrivals: declared } = district;
  if (!declared) return { set: null, why: 'district.yaml declares no arrivals any more' };
  const { id } = district.district;
  const look = looks.get(request.extractsFolder) ?? new FileLook();
  looks.set(request.extractsFolder, look);
  const now = new Date();
  const arrival = await look.look({ district, declared, request, home: runs.homeOf(id) }, now);
  switch (arrival.state) {
    case 'arrived':
      return { set: arrival.set, why: 'new files have come' };
    case 'nothing_new':
      return { set: null, why: 'no new files' };
    case 'settling':
      return { set: null, why: 'files came a short while ago and may still be copied' };
    case 'waiting':
      return { set: null, why: `new files have come, and none yet of: ${arrival.for.join(', ')}` };
  }
}
