import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { openBrowser } from './browser.ts';
import type { SampleSite } from './sample-site.ts';
import { serveFolder } from './serve-folder.ts';
import { visitSite, type SitePage, type SiteVisit } from './site-reader.ts';

/** What a browser saw of every page of the sample's site; the first test that asks makes the visit. */
export async function sampleVisit({ folder }: SampleSite): Promise<SiteVisit> {
  const note = join(inject('sampleHome'), 'visit.json');
  if (!existsSync(note)) {
    const { pages, complaints } = await visitFolder(folder);
    writeFileSync(note, JSON.stringify({ pages: [...pages.values()], complaints }));
  }
  const { pages, complaints } = JSON.parse(readFileSync(note, 'utf8')) as {
    pages: readonly SitePage[];
    complaints: readonly string[];
  };
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
