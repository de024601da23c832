import { existsSync } from 'node:fs';
import { cp, rename, rm, symlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { Problem } from '../../transforms/problem.ts';
import { runChild } from '../runtime/child-process.ts';
import { Engine, quote, type RelationFiles } from '../runtime/duckdb.ts';
import { hashPages, siteLeftovers } from '../runtime/product.ts';
import { siteWords } from './site-words.ts';

export interface SiteRequest {
  /** The Parquet files of the schema `release`; the pages can say nothing that is not in them. */
  readonly releaseFiles: readonly RelationFiles[];
  /** The digest of the pages that are to be built. */
  readonly pages: string;
  /** A private folder; the site is its `site/` when this ends. */
  readonly directory: string;
  readonly signal: AbortSignal;
  /** Told what goes on, in a sentence. */
  readonly log: (message: string) => void;
}

const reports = fileURLToPath(new URL('../../reports', import.meta.url));

/**
 * Builds the report site. It is made in a copy of `reports/`, always from nothing: Evidence would carry the tables of
 * an earlier build, even deleted ones, into the next site.
 */
export async function buildSite({
  releaseFiles,
  pages,
  directory,
  signal,
  log,
}: SiteRequest): Promise<void> {
  const packages = join(reports, 'node_modules');
  if (!existsSync(join(packages, '@evidence-dev', 'evidence'))) throw packagesMissing();
  const workspace = join(directory, 'workspace');
  await cp(reports, workspace, {
    recursive: true,
    filter: (path) => path === reports || !siteLeftovers.test(basename(path)),
  });
  if ((await hashPages(workspace)) !== pages) throw pagesChanged();
  await symlink(packages, join(workspace, 'node_modules'), 'junction');
  await writeDatabase(releaseFiles, join(workspace, 'site.duckdb'), workspace, signal);

  const evidence = (args: readonly string[]): Promise<void> =>
    runEvidence(args, { workspace, directory, signal });
  log('The report site: reading the published tables.');
  await evidence(['sources', '--strict']);
  log('The report site: building its pages, which takes about a minute.');
  await evidence(['build:strict']);
  if (!existsSync(join(workspace, 'build', 'index.html'))) {
    throw siteFailed(['The build ended and left no first page.']);
  }
  await rename(join(workspace, 'build'), join(directory, 'site'));
  await rm(workspace, { recursive: true });
}

/** The file that the pages' sources read: the schema `release` and the macros of their words, nothing else. */
async function writeDatabase(
  releaseFiles: readonly RelationFiles[],
  file: string,
  workspace: string,
  signal: AbortSignal,
): Promise<void> {
  const engine = await Engine.open({ signal });
  try {
    await engine.run(`attach ${quote(file)} as site`);
    await engine.run('use site');
    await engine.run('create schema release');
    for (const { relation, files } of releaseFiles) {
      if (!relation.startsWith('release.')) throw new Error(`${relation} may not enter the site`);
      const list = files.map(quote).join(', ');
      await engine.run(`create table ${relation} as select * from read_parquet([${list}])`);
    }
    await engine.run(await siteWords(workspace));
    await engine.run('checkpoint site');
  } finally {
    engine.close();
  }
}

interface Place {
  readonly workspace: string;
  readonly directory: string;
  readonly signal: AbortSignal;
}

/** Runs a command of Evidence, and fails where Evidence itself would go on after an error in a query or a chart. */
async function runEvidence(args: readonly string[], place: Place): Promise<void> {
  let output = '';
  const code = await runChild({
    command: process.execPath,
    args: [join(place.workspace, 'node_modules/@evidence-dev/evidence/cli.js'), ...args],
    cwd: place.workspace,
    env: buildEnvironment(),
    noteFolder: place.directory,
    signal: place.signal,
    said: (text) => {
      output += text;
    },
  });
  const lines = stripVTControlCharacters(output).split('\n');
  if (code !== 0 || lines.some((line) => /Error in /.test(line))) {
    const telling = lines.filter((line) => /error|✖|not defined|^file:|\.md/i.test(line));
    throw siteFailed(telling.length > 0 ? telling : lines.slice(-10));
  }
}

/** Only what a build needs of the environment: no secret, no setting of Evidence, the same time zone everywhere. */
function buildEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'HOME', 'TMPDIR', 'SystemRoot', 'USERPROFILE', 'APPDATA'];
  const environment = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(environment),
    TZ: 'UTC',
    SEND_ANONYMOUS_USAGE_STATS: 'no',
    npm_config_offline: 'true',
    npm_config_update_notifier: 'false',
  };
}

function pagesChanged(): Problem {
  return new Problem({
    code: 'pages_changed',
    what: 'A page in the folder reports was saved while the refresh went on, so no site was built.',
    fix: 'Refresh again.',
  });
}

function packagesMissing(): Problem {
  return new Problem({
    code: 'site_packages_missing',
    what: 'The packages of the report site are not installed.',
    fix: 'Run `npm ci` in the folder reports, or refresh with --no-site.',
  });
}

function siteFailed(lines: readonly string[]): Problem {
  const said = lines.slice(0, 12).map((line) => `\n  ${line.trim()}`);
  return new Problem({
    code: 'site_failed',
    what: `The report site could not be built.${said.join('')}\n`,
    fix: 'The data of the edition is whole; correct the page or query named above and refresh again.',
  });
}
