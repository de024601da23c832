import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractsDocument } from '../../pipelines/refresh/extracts-document.ts';

const committed = readFileSync(new URL('../../data/EXTRACTS.md', import.meta.url), 'utf8');

test('data/EXTRACTS.md is what `npx resource-map dictionary --extracts > data/EXTRACTS.md` writes now', async () => {
  expect(await extractsDocument()).toBe(committed);
});

test('a person who prepares a roster finds what each column may hold, and what becomes of it', () => {
  const roster = committed.slice(
    committed.indexOf('## staff_roster'),
    committed.indexOf('## staff_assignments'),
  );
  expect(roster).toContain('- Tier T1: the smallest map');
  expect(roster).toContain('- No two rows have the same `fiscal_year`, `staff_key`.');
  expect(roster).toContain(
    '| `staff_id` | code | yes |  |  | `E1204` | Employee number; a pseudonym stands in its place. Kept as `staff_key`. |',
  );
  expect(roster).toContain(
    '| `total_fte` | decimal | yes | full-time jobs | 0 to 3 | `1.0` | Share of a full-time job.',
  );
});
