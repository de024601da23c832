import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { refreshDistrict } from '../support/command.ts';
import { currentEdition, currentEditionId, lastRunLog } from '../support/edition.ts';
import { cellText } from '../support/rows.ts';
import { scratchFolder } from '../support/scratch.ts';
import { changeFile, writeSmallDistrict } from '../support/small-district.ts';

const check = 'not_yet_assigned_limit';
const reason = "The code is new; its rule comes with July's chart";

it('a check that blocks is accepted as it is, once, by a person, and lets exactly that through', async () => {
  const root = scratchFolder('accepted-checks');
  const district = join(root, 'district');
  const home = join(root, 'home');
  const small = join(home, 'small');
  const refresh = (...more: readonly string[]) =>
    refreshDistrict(district, home, join(district, 'extracts'), ...more);
  const ledger = (from: string, to: string) =>
    changeFile(district, 'extracts/ledger_2024.csv', (text) => text.replace(from, to));
  writeSmallDistrict(district);
  // Heat has a code that no rule knows: $54,999.50 of $1,550,000.00 is 3.55 percent, and 2 are allowed.
  ledger('2610,410,000,,D1,Heat', '2999,410,000,,D1,Heat');

  const blocked = await refresh();
  expect(blocked.code, blocked.output).toBe(3);
  expect(blocked.output).toContain('$54,999.50 not yet assigned, 3.55% of the year');
  const [, shown = ''] =
    /--no-site --accept-check (\S+) --by "Your Name"/.exec(blocked.output) ?? [];
  expect(shown).toMatch(/^not_yet_assigned_limit@[0-9a-f]{8}$/);
  expect(readdirSync(join(small, 'editions')).filter((name) => !name.startsWith('.'))).toEqual([]);

  const word = ['--by', 'Pat Ortiz', '--reason', reason];
  const other = await refresh('--accept-check', 'quarantined_rows_limit', ...word);
  expect([other.code, other.output]).toEqual([2, expect.stringContaining(`blocked by ${check}.`)]);

  const accepted = await refresh('--accept-check', `checks.${shown}`, ...word);
  expect(accepted.code, accepted.output).toBe(0);
  expect(accepted.output).toContain('Accepted: More dollars are not yet assigned');
  expect(accepted.output).toContain(reason);
  const made = lastRunLog(home, 'small').flatMap(({ event, state, asset }) =>
    event === 'step' && state === 'made' ? [asset] : [],
  );
  expect(made.map(String).sort()).toEqual([
    'checks.quality_rules',
    'database',
    'marts.accepted_checks',
    'marts.quality_results',
    'package',
    'publish',
    'release.accepted_checks',
    'release.quality_results',
    'staging.accepted_checks',
  ]);

  const edition = currentEdition(home, 'small');
  const [row] = await edition.rows('select * from release.accepted_checks');
  const hash = cellText(row, 'found_hash');
  expect(row).toMatchObject({ check_name: check, checked_year: 'all', found_rows: '1' });
  expect(JSON.parse(readFileSync(join(edition.folder, 'manifest.json'), 'utf8'))).toMatchObject({
    acceptances: [{ check, partition: 'all', reason, findings: hash }],
  });
  const approval = readFileSync(join(small, 'approvals', '1.json'), 'utf8');
  expect(JSON.parse(approval)).toMatchObject({ accepted: [{ check, by: 'Pat Ortiz' }] });
  expect(filesNaming('Pat Ortiz', edition.folder)).toEqual([]);

  const again = await refresh();
  expect(again.code, again.output).toBe(0);
  expect(again.output).toContain(`Edition ${edition.id} is already published (0 steps made`);

  // One dollar moves from heat to workshops: the trial balance still ties, and the check finds something else.
  ledger('D1,Heat,54999.50', 'D1,Heat,54998.50');
  ledger('Workshops,45000.50', 'Workshops,45001.50');
  const others = await refresh();
  expect(others.code, others.output).toBe(3);
  expect(others.output).toContain('$54,998.50 not yet assigned');
  expect(others.output).toContain('when it was accepted before was something else');
  expect(currentEditionId(home, 'small')).toBe(edition.id);
  const late = await refresh('--accept-check', shown, ...word);
  expect([late.code, late.output]).toEqual([2, expect.stringContaining('not what you were shown')]);

  // The code is corrected at its source: the next edition rests on no acceptance.
  ledger('2999,410,000,,D1,Heat', '2610,410,000,,D1,Heat');
  const coded = await refresh();
  expect(coded.code, coded.output).toBe(0);
  const next = currentEdition(home, 'small');
  expect(await next.figure('select count(*) from release.accepted_checks')).toBe('0');
  expect(readFileSync(join(next.folder, 'manifest.json'), 'utf8')).toContain('"acceptances": []');
  expect(readFileSync(join(small, 'current.json'), 'utf8')).not.toContain('accepted');
});

function filesNaming(name: string, folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(name));
}
