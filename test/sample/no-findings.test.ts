import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/command.ts';
import { currentEdition } from '../support/edition.ts';
import { scratchFolder } from '../support/scratch.ts';

it('a district in which nothing was planted shows none of the four findings', async () => {
  const root = scratchFolder('no-findings');
  const district = join(root, 'district');
  const home = join(root, 'home');
  const generated = await runCommand(['generate', district, '--no-findings']);
  expect(generated.code, generated.output).toBe(0);
  const refreshed = await runCommand(['refresh', district, '--home', home, '--no-site']);
  expect(refreshed.code, refreshed.output).toBe(0);

  const edition = currentEdition(home, 'district');
  const found = await edition.rows(
    'select distinct finding_id from release.findings where available',
  );
  const ids = found.map((row) => row['finding_id']);
  expect(ids).toContain('largest_purpose');
  for (const planted of ['professional_learning', 'alike_schools', 'need', 'central_office']) {
    expect(ids).not.toContain(planted);
  }
});
