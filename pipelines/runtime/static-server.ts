import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { Problem } from '../../transforms/problem.ts';
import { isFailure } from './files.ts';
import { safeMessage } from './safe-message.ts';

export interface StaticServer {
  readonly url: string;
  close(): void;
  /** Resolves when it has ended. */
  readonly closed: Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.parquet': 'application/vnd.apache.parquet',
  '.webmanifest': 'application/manifest+json',
};

/** What is served: files of a folder, and pages that are made when they are asked for. */
export interface ServedSite {
  /** The folder, asked anew for each page; what a page loads comes from the folder of the last page. */
  readonly folder: () => Promise<string | undefined>;
  /** A page as HTML; undefined where the path is none of those that are made. */
  readonly page: (path: string, folderIsThere: boolean) => Promise<string | undefined>;
}

/** Serves a site to this machine alone. A part of a file is served where it is asked for, as DuckDB in a browser does. */
export async function serveSite(port: number, site: ServedSite): Promise<StaticServer> {
  let folder: string | undefined;
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request.url ?? '/') ?? '';
    if (folder === undefined || ['', '.html'].includes(extname(path))) folder = await site.folder();
    const page = await site.page(path, folder !== undefined);
    if (page === undefined) await answer(folder, request, response);
    else answerPage(page, request, response);
  };
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(safeMessage(error));
    });
  });
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(isFailure(error, 'EADDRINUSE') ? inUse(port) : error));
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  const at = typeof address === 'object' && address ? address.port : port;
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${at}/`, close, closed };
}

function answerPage(page: string, request: IncomingMessage, response: ServerResponse): void {
  if (refuseMethod(request, response)) return;
  const bytes = Buffer.from(page);
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function refuseMethod(request: IncomingMessage, response: ServerResponse): boolean {
  const fits = request.method === 'GET' || request.method === 'HEAD';
  if (!fits) response.writeHead(405, { allow: 'GET, HEAD' }).end();
  return !fits;
}

async function answer(
  folder: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (refuseMethod(request, response)) return;
  const file = folder === undefined ? undefined : await findFile(folder, request.url ?? '/');
  if (!file) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
    return;
  }
  const headers = {
    'content-type': types[extname(file.path)] ?? 'application/octet-stream',
    'accept-ranges': 'bytes',
    'cache-control': 'no-cache',
  };
  const range = readRange(request.headers.range, file.size);
  if (range === 'outside') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range ? { 'content-range': `bytes ${start}-${end}/${file.size}` } : {}),
  });
  if (request.method === 'HEAD' || file.size === 0) response.end();
  else createReadStream(file.path, { start, end }).pipe(response);
}

/** The file of an address: itself, or the page of a folder. Nothing outside the folder is ever found. */
async function findFile(
  folder: string,
  address: string,
): Promise<{ path: string; size: number } | undefined> {
  const asked = pathOf(address);
  if (asked === undefined) return undefined;
  const path = normalize(join(folder, asked));
  if (path !== folder && !path.startsWith(folder + sep)) return undefined;
  for (const candidate of [path, join(path, 'index.html'), `${path}.html`]) {
    const found = await stat(candidate).catch(() => undefined);
    if (found?.isFile()) return { path: candidate, size: found.size };
  }
  return undefined;
}

function pathOf(address: string): string | undefined {
  try {
    return decodeURIComponent(new URL(address, 'http://127.0.0.1').pathname);
  } catch {
    return undefined;
  }
}

/** One range of bytes; several at once are answered with the whole file, as the standard allows. */
function readRange(
  header: string | undefined,
  size: number,
): { start: number; end: number } | 'outside' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start > end || start >= size ? 'outside' : { start, end };
}

function inUse(port: number): Problem {
  return new Problem({
    code: 'port_in_use',
    what: `Another program listens at port ${port}.`,
    fix: 'Choose another with --port, or --port 0 for any free one.',
    exit: 2,
  });
}
