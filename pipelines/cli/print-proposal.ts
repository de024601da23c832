import { join } from 'node:path';
import { questionLines } from '../../transforms/profile/district-yaml.ts';
import { placeName } from '../../transforms/profile/families.ts';
import type { Proposal } from '../../transforms/profile/propose-district.ts';
import { quoted } from '../operations/asked.ts';
import type { FolderProfile } from '../profile/profile-folder.ts';
import { countOf, grouped } from '../runtime/words.ts';
import { shortPath } from './folders.ts';
import { textTable } from './text-table.ts';

/** Where things are, as the person named them. */
export interface InitPlaces {
  readonly folder: string;
  readonly district: string;
  readonly written: readonly string[];
}

/** Tells what the files of a folder were taken for, what was written, and what has to be answered. */
export function printProposal(
  profile: FolderProfile,
  { recognized, questions }: Proposal,
  { folder, district, written }: InitPlaces,
): void {
  const rows = recognized.map(({ family, candidates, source }) => [
    placeName(family),
    grouped(family.profile.rows),
    source === undefined ? '(no place yet)' : (candidates[0]?.extract ?? ''),
    source === undefined ? '' : String(candidates[0]?.score ?? ''),
  ]);
  for (const line of textTable([['File', 'rows', 'read as', 'score'], ...rows], [1, 3])) {
    console.log(line);
  }
  for (const { name, why } of profile.unread) console.log(`Not read: ${name}. ${why}`);
  console.log(`Written to ${shortPath(district)}: ${written.join(', ')}`);
  const blocking = questions.filter(({ blocks }) => blocks).length;
  if (questions.length > 0) {
    const these = blocking === 1 ? 'it is' : 'they are';
    const what =
      blocking === 0
        ? 'none must be answered'
        : `${blocking} must be answered before ${these} read`;
    console.log(`${countOf(questions.length, 'question')}, ${what}:`);
    const files = recognized.flatMap(({ family, source }) => (source ? [placeName(family)] : []));
    let before = '';
    for (const question of questions) {
      const [part, at] = question.path;
      const file = part === 'sources' ? (files[Number(at)] ?? '') : '';
      if (file !== before) console.log(`  ${file === '' ? 'The district' : file}`);
      before = file;
      for (const line of questionLines(question)) console.log(`    ${line}`);
    }
    console.log(`Answer them in ${shortPath(join(district, 'district.yaml'))}, at “QUESTION n”.`);
  }
  console.log('Next, to see what a map of these files would come to:');
  console.log(
    `  npx resource-map check ${quoted(shortPath(district))} --extracts ${quoted(folder)}`,
  );
}
