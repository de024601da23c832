import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { proposalFor, scoreProposal } from '../support/proposal-score.ts';
import { districtFolder } from '../support/repository.ts';
import { scratchFolder } from '../support/scratch.ts';
import { writeDelimitedVariant } from '../support/variants/delimited-variant.ts';
import { writeFixedWidthVariant } from '../support/variants/fixed-width-variant.ts';
import type { VariantFile } from '../support/variants/variant.ts';
import { writeWorkbookVariant } from '../support/variants/workbook-variant.ts';

const riverbend = districtFolder('riverbend');

describe('a first configuration from the files alone', () => {
  it.each([
    ['semicolons', () => write('semicolons', writeDelimitedVariant)],
    ['one workbook', () => write('workbook', writeWorkbookVariant)],
    ['fixed width and JSON lines', () => write('fixed', writeFixedWidthVariant)],
  ])('has 9 of 10 columns of Riverbend as %s right, and none wrong unasked', async (name, make) => {
    const { folder, key } = make();
    const { columns, right, asked, wrong } = scoreProposal(await proposalFor(folder), key);
    process.stdout.write(
      `Riverbend as ${name}: ${columns} columns, ${right.length} right, ${asked.length} asked, ${wrong.length} wrong\n`,
    );
    expect(wrong).toEqual([]);
    expect(right.length / columns).toBeGreaterThanOrEqual(0.9);
  });

  it('is never written over another one unless that is asked for', async () => {
    const root = scratchFolder('init-again');
    writeFileSync(join(root, 'district.yaml'), 'version: 1\n');
    const folder = join(riverbend, 'extracts', 'organizations');
    const again = await runCommand(['init', folder, '--district', root]);
    expect(again.code).toBe(2);
    expect(again.output).toContain('--force');
    expect(readFileSync(join(root, 'district.yaml'), 'utf8')).toBe('version: 1\n');
    const forced = await runCommand(['init', folder, '--district', root, '--force', '--json']);
    expect(forced.code, forced.output).toBe(0);
    expect(readFileSync(join(root, 'district.yaml'), 'utf8')).toMatch(/^# yaml-language-server/);
    const check = await runCommand(['check', root, '--extracts', folder, '--home', root]);
    expect(check.code).toBe(2);
    expect(check.output).toContain('Question 1');
  });
});

function write(name: string, writeVariant: (folder: string) => readonly VariantFile[]) {
  const folder = scratchFolder(name);
  return { folder, key: writeVariant(folder) };
}
