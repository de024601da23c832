import { createHash } from 'node:crypto';
import { Html, html } from './html.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** The title of the page on which its own name in the head is marked. */
export const operations = 'Operations';

interface Document {
  readonly title: string;
  readonly district: string;
  readonly siteBuilt: boolean;
  readonly body: Html;
  readonly foot: string;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

/** Nothing is loaded from anywhere, and no script runs but ours. */
const policy = `default-src 'none'; img-src data:; style-src 'sha256-${hashOf(STYLE)}'; script-src 'sha256-${hashOf(SCRIPT)}'`;

/** A whole page beside the report site, in its look. */
export function documentOf({ title, district, siteBuilt, body, foot }: Document): string {
  const page = html`<!doctype html>
    <html lang="en-US">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <link rel="icon" href="data:," />
        <title>${title} - ${district}</title>
        ${new Html(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <header>
          <span class="site-name">${district}</span>
          <nav aria-label="Pages">
            ${siteBuilt && html`<a href="/">Report</a>`}
            ${
              title === operations
                ? html`<a href="/operations" aria-current="page">${operations}</a>`
                : html`<a href="/operations">${operations}</a>`
            }
          </nav>
        </header>
        <main>${body}</main>
        <footer><p>District Resource Map. ${foot}</p></footer>
        ${new Html(`<script>${SCRIPT}</script>`)}
      </body>
    </html> `;
  return page.text;
}
