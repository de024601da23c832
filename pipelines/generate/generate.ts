import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerKey, NO_ANSWER_KEY } from './answer-key.ts';
import { projectSites } from './budget/grants.ts';
import { writeCsv } from './files/csv-file.ts';
import { writeGrants } from './files/grants.ts';
import { writeEarnCodes } from './files/people.ts';
import { writeResults } from './files/results.ts';
import { writeEnrollment, writeSites, writeSuccessors } from './files/sites.ts';
import { writeYear } from './files/year.ts';
import { makeFrame } from './frame/frame.ts';
import type { Frame } from './frame/frame.ts';
import type { GenerateOptions } from './options.ts';
import { Registry } from './people/registry.ts';
import { postedYears } from './postings/posted-years.ts';

export interface GenerateRequest {
  readonly options: GenerateOptions;
  /** The folder that becomes a district. */
  readonly folder: string;
  /** The folder of the sample district, whose configuration and rules the new one gets. */
  readonly sampleFolder: string;
  readonly answerKeyFolder?: string;
}

/** Writes an invented district: extracts, configuration and coding tables. The same request writes the same bytes. */
export function generate({
  options,
  folder,
  sampleFolder,
  answerKeyFolder,
}: GenerateRequest): void {
  const frame = makeFrame(options);
  copyConfiguration(sampleFolder, folder);
  writeProjectSites(join(folder, 'coding', 'project_sites.csv'), frame);
  const extracts = join(folder, 'extracts');
  writeSites(join(extracts, 'organizations', 'sites.csv'), frame);
  writeSuccessors(join(extracts, 'organizations', 'closings.csv'), frame);
  writeEnrollment(join(extracts, 'students', 'enrollment.csv'), frame);
  writeResults(join(extracts, 'students', 'results.csv'), frame);
  writeEarnCodes(join(extracts, 'staff', 'earn_codes.csv'));
  writeGrants(join(extracts, 'budget', 'grants.csv'));
  const key = answerKeyFolder === undefined ? NO_ANSWER_KEY : answerKey(answerKeyFolder, frame);
  const registry = new Registry(options.seed);
  for (const year of postedYears(frame)) writeYear(frame, year, extracts, registry, key);
  key.close();
}

function copyConfiguration(from: string, to: string): void {
  if (from === to) return;
  for (const name of ['district.yaml', 'README.md', 'coding']) {
    const source = join(from, name);
    if (existsSync(source)) cpSync(source, join(to, name), { recursive: true });
  }
}

function writeProjectSites(path: string, frame: Frame): void {
  const records = projectSites(frame).map(({ project, site, share }) => [
    project,
    site,
    `${share / 1_000_000n}.${(share % 1_000_000n).toString().padStart(6, '0')}`,
  ]);
  writeCsv(path, ['project_code', 'site_id', 'share'], records);
}
