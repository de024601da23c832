import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';

/** A script that runs in the page and gives what stands there. */
const readDocument = readFileSync(new URL('read-document.js', import.meta.url), 'utf8');

export interface TableRow {
  /** `row`, `part`, `subtotal` or `total`. */
  readonly kind: string;
  readonly name: string;
  /** The exact values behind the printed figures, by column. */
  readonly values: Readonly<Record<string, number>>;
}

export interface SitePage {
  readonly path: string;
  readonly title: string;
  readonly heading: string;
  readonly text: string;
  readonly links: readonly string[];
  /** Figures outside of tables, by name. */
  readonly figures: Readonly<Record<string, number>>;
  /** Figures of findings, by `finding/figure`. */
  readonly findings: Readonly<Record<string, number>>;
  readonly tables: readonly { readonly caption: string; readonly rows: readonly TableRow[] }[];
  /** How many charts stand on the page, and how many of them have drawn something. */
  readonly charts: number;
  readonly drawn: number;
}

export interface SiteVisit {
  readonly pages: ReadonlyMap<string, SitePage>;
  /** What went wrong on the way: errors of scripts, answers of 400 and above, requests to other hosts. */
  readonly complaints: readonly string[];
}

/** Visits the first page and every page that it leads to, as a reader would, with no way to another host. */
export async function visitSite(browser: Browser, url: string): Promise<SiteVisit> {
  const complaints: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  await keepAtHome(context, url, complaints);
  const pages = new Map<string, SitePage>();
  const asked = ['/'];
  for (let path = asked.shift(); path !== undefined; path = asked.shift()) {
    if (pages.has(path)) continue;
    const found = await readPage(context, new URL(path, url).href, complaints);
    pages.set(path, found);
    asked.push(...found.links.filter((link) => !pages.has(link)));
  }
  await context.close();
  return { pages, complaints };
}

async function keepAtHome(
  context: BrowserContext,
  url: string,
  complaints: string[],
): Promise<void> {
  await context.route('**/*', async (route) => {
    const address = route.request().url();
    if (address.startsWith(url) || /^(data|blob):/.test(address)) return route.continue();
    complaints.push(`asked another host: ${address}`);
    return route.abort();
  });
}

async function readPage(
  context: BrowserContext,
  address: string,
  complaints: string[],
): Promise<SitePage> {
  const page = await context.newPage();
  const path = new URL(address).pathname;
  page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${path}: ${message.text()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 400) complaints.push(`${path}: ${answer.status()} ${answer.url()}`);
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.getByText(/Edition [0-9a-f]{12}/).waitFor();
  for (const chart of await page.locator('.chart-figure').all()) {
    await chart.locator('svg path').first().waitFor({ state: 'attached' });
  }
  // Rows that a long table keeps back are asked for, as a reader would.
  const more = page.getByRole('button', { name: /^Show all \d+ rows$/ });
  // A button goes away when it is pressed, so that the next one is the first.
  for (let left = await more.count(); left > 0; left -= 1) await more.first().click();
  const read = await page.evaluate<Omit<SitePage, 'path'>>(readDocument);
  await page.close();
  return { path, ...read };
}
