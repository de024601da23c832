import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { runCommand } from './command.ts';
import { currentEdition, currentEditionId, type Edition } from './edition.ts';
import { runAndKill } from './kill.ts';
import { madeOnce } from './made-once.ts';
import { districtFolder } from './repository.ts';

export interface SampleSite {
  readonly edition: Edition;
  /** The static files. */
  readonly folder: string;
  /** What the first refresh left when it was ended with SIGKILL while the site was being built. */
  readonly killed: KilledBuild;
}

export interface KilledBuild {
  readonly killed: boolean;
  /** Which edition readers saw then, if any, and whether all its files were there. */
  readonly edition: string | null;
  readonly whole: boolean;
  /** Process ids of the build that was left behind. */
  readonly orphans: readonly number[];
}

/**
 * The refreshed sample district with its site. The first test that asks waits for it; there is one completed site
 * build in the tier, after one that was killed on its way.
 */
export async function sampleSite(): Promise<SampleSite> {
  const home = inject('sampleHome');
  const killed = await madeOnce(home, 'killed', async () => {
    const build = await killInsideSiteBuild(home);
    const { code, output } = await runCommand(refresh(home));
    if (code !== 0) throw new Error(`The refresh of the sample district failed:\n${output}`);
    return build;
  });
  const edition = currentEdition(home, 'riverbend');
  return { edition, folder: join(edition.folder, 'site'), killed };
}

function refresh(home: string): string[] {
  return ['refresh', districtFolder('riverbend'), '--home', home];
}

async function killInsideSiteBuild(home: string): Promise<KilledBuild> {
  const privates = join(home, 'riverbend', 'store', '.private');
  const { killed } = await runAndKill(refresh(home), () => siteBuilders(privates).length > 0);
  const orphans = siteBuilders(privates);
  const edition = currentEditionId(home, 'riverbend') ?? null;
  return { killed, edition, whole: edition === null || isWhole(home), orphans };
}

function isWhole(home: string): boolean {
  const { folder, hashes } = currentEdition(home, 'riverbend');
  const files = ['manifest.json', 'resource-map.duckdb', 'package/datapackage.json'];
  return (
    files.every((file) => existsSync(join(folder, file))) &&
    readFileSync(join(folder, 'package/SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+\*?/))
      .filter(([, name]) => name?.endsWith('.parquet'))
      .every(([hash, name]) => hashes[(name ?? '').replace('.parquet', '')] === hash)
  );
}

/** The processes that build pages now: a note of each stands in the private folder of its step. */
function siteBuilders(privates: string): number[] {
  return namesIn(privates)
    .map((name) => join(privates, name))
    .filter((folder) => existsSync(join(folder, 'workspace/.evidence/template/.svelte-kit')))
    .flatMap(namesIn)
    .map((name) => /^(\d+)\.process\.json$/.exec(name)?.[1])
    .filter((pid) => pid !== undefined)
    .map(Number);
}

/** The names in a folder, none when it is not there any more. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
