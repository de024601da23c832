import { inject } from 'vitest';
import { openBrowser } from './browser.ts';
import { madeOnce } from './made-once.ts';
import type { SampleSite } from './sample-site.ts';
import { serveFolder } from './serve-folder.ts';
import { visitSite, type SiteVisit } from './site-reader.ts';

/** What a browser saw of every page of the sample's site; the first test that asks makes the visit. */
export async function sampleVisit({ folder }: SampleSite): Promise<SiteVisit> {
  const { pages, complaints } = await madeOnce(inject('sampleHome'), 'visit', async () => {
    const visit = await visitFolder(folder);
    return { pages: [...visit.pages.values()], complaints: visit.complaints };
  });
  return { pages: new Map(pages.map((page) => [page.path, page])), complaints };
}

async function visitFolder(folder: string): Promise<SiteVisit> {
  const server = await serveFolder(folder, 0);
  const browser = await openBrowser();
  try {
    return await visitSite(browser, server.url);
  } finally {
    await browser.close();
    server.close();
  }
}
