import type { Made, MakeRequest } from './make.ts';
import { buildSite } from './site.ts';

/** Builds the report site from the release tables and nothing else; what its pages say is `reports/`'s. */
export async function makeSite({ inputs, directory, context }: MakeRequest): Promise<Made> {
  const { pages, signal, say } = context;
  await buildSite({ releaseFiles: inputs, pages, directory, signal, log: say });
  return { relations: {} };
}
