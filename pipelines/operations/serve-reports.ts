import { Editions } from '../runtime/editions.ts';
import { serveSite, type StaticServer } from '../runtime/static-server.ts';
import { readProgram } from '../refresh/program.ts';
import { readDistrict } from '../refresh/read-district.ts';
import type { Asked } from './asked.ts';
import { buildLineage } from './lineage/lineage.ts';
import { noSitePage, operationsPage } from './page/operations-page.ts';
import { describeStatus } from './status.ts';

export interface ServeRequest {
  /** The folder of the district's outputs, and the one with district.yaml. */
  readonly home: string;
  readonly districtFolder: string;
  readonly asked: Asked;
  readonly port: number;
  readonly now: () => Date;
}

/** Enough for the charts over time. */
const runsOnPage = 30;

/**
 * Serves the report site of the edition that readers see, and beside it `/operations`, made from the home at each
 * request, so that both are as new as the page that a browser opens.
 */
export async function serveReports(request: ServeRequest): Promise<StaticServer> {
  const { home, districtFolder, asked, now } = request;
  const editions = new Editions(home);
  const program = await readProgram();
  const models = [...program.models.values()];
  const { references } = program;
  const statusAt = async (at: Date, runs: number) => {
    const district = await readDistrict(districtFolder);
    return { district, status: await describeStatus({ home, district, runs, now: at }) };
  };

  const operations = async (): Promise<string> => {
    const at = now();
    const { district, status } = await statusAt(at, runsOnPage);
    const run = status.lastRun;
    return operationsPage({
      status,
      invented: district.invented,
      checks: models.filter((model) => model.kind === 'check'),
      lineage: buildLineage({ district, models, references, run }),
      asked,
      now: at,
    });
  };

  return await serveSite(request.port, {
    folder: async () => {
      const current = await editions.pointer.read();
      if (!current || !(await editions.hasSite(current.edition))) return undefined;
      return `${editions.folder(current.edition)}/site`;
    },
    page: async (path, siteIsThere) => {
      if (path === '/operations' || path === '/operations/') return await operations();
      if (path !== '/' || siteIsThere) return undefined;
      return noSitePage({ status: (await statusAt(now(), 1)).status, asked });
    },
  });
}
