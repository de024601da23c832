import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generate } from '../../pipelines/generate/generate.ts';
import { DEFAULTS, type GenerateOptions } from '../../pipelines/generate/options.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';

const sampleFolder = districtFolder('riverbend');
const scratch = scratchFolder('generate');
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(folder, name)).isFile())
    .sort();

function made(name: string, options: Partial<GenerateOptions>): string {
  const folder = join(scratch, name);
  generate({ options: { ...DEFAULTS, ...options }, folder, sampleFolder });
  return folder;
}
const small = { students: 600, years: 2, ledgerLines: 2000 };

describe('the files of an invented district', () => {
  it('are those that the repository holds, byte for byte, when nothing is asked for', () => {
    const folder = made('default', {});
    expect(filesBelow(folder)).toEqual(filesBelow(sampleFolder));
    const differing = filesBelow(folder).filter(
      (name) => !readFileSync(join(folder, name)).equals(readFileSync(join(sampleFolder, name))),
    );
    expect(differing).toEqual([]);
  });

  it('take at most 8 MB in the repository', () => {
    const extracts = join(sampleFolder, 'extracts');
    const bytes = filesBelow(extracts).reduce(
      (sum, name) => sum + statSync(join(extracts, name)).size,
      0,
    );
    expect(bytes).toBeLessThan(8 * 1024 * 1024);
  });

  it('are other people and invoices for another seed', () => {
    const one = readFileSync(join(made('one', small), 'extracts/ledger/GL_FY2025.csv'), 'utf8');
    const two = readFileSync(
      join(made('two', { ...small, seed: 2 }), 'extracts/ledger/GL_FY2025.csv'),
      'utf8',
    );
    expect(two).not.toBe(one);
  });

  it('are about as long as asked, and smaller for fewer students', () => {
    const lines = (folder: string): number =>
      ['GL_FY2024.csv', 'GL_FY2025.csv'].reduce(
        (sum, name) =>
          sum + readFileSync(join(folder, 'extracts/ledger', name), 'utf8').split('\n').length,
        0,
      );
    expect(lines(made('few', small))).toBeLessThan(2600);
    expect(lines(made('many', { ...small, ledgerLines: 20_000 }))).toBeGreaterThan(16_000);
    const sites = readFileSync(join(scratch, 'few/extracts/organizations/sites.csv'), 'utf8');
    expect(sites.match(/^2025,.*,SCHOOL,/gm)).toHaveLength(5);
  });
});
