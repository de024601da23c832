import { serveSite, type StaticServer } from '../../pipelines/runtime/static-server.ts';

/** Serves a folder as a report site. */
export async function serveFolder(folder: string, port: number): Promise<StaticServer> {
  const site = { folder: () => Promise.resolve(folder), page: () => Promise.resolve(undefined) };
  return await serveSite(port, site);
}
