import { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '../../../transforms/problem.ts';
import { extractsDocument } from '../../refresh/extracts-document.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { Editions } from '../../runtime/editions.ts';
import { districtFolder, homeFolder } from '../folders.ts';

interface Options {
  readonly home?: string;
  readonly json: boolean;
  readonly extracts: boolean;
}

/** `dictionary`: what each table and column of the current edition means, or of the files that a district may send. */
export function dictionaryCommand(): Command {
  return new Command('dictionary')
    .description('Prints what every published table and column means, or what each file may hold.')
    .argument('[district]', 'the folder with district.yaml')
    .option('--extracts', 'tell of the files that any district may send', false)
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--json', 'print it as a data package description', false)
    .addHelpText(
      'after',
      '\nExamples:\n  resource-map dictionary data/districts/riverbend > dictionary.md\n' +
        '  resource-map dictionary --extracts > extracts.md',
    )
    .action(run);
}

async function run(given: string | undefined, options: Options): Promise<void> {
  if (options.extracts) {
    process.stdout.write(await extractsDocument());
    return;
  }
  if (given === undefined) throw noDistrict();
  const district = await readDistrict(districtFolder(given));
  const editions = new Editions(join(homeFolder(options.home), district.district.id));
  const current = await editions.pointer.read();
  if (!current) {
    throw new Problem({
      code: 'nothing_published',
      what: `Nothing is published of ${district.district.name} yet.`,
      fix: `Run: npx resource-map refresh ${given}`,
    });
  }
  const name = options.json ? 'datapackage.json' : 'dictionary.md';
  const file = join(editions.folder(current.edition), 'package', name);
  process.stdout.write(await readFile(file, 'utf8'));
}

function noDistrict(): Problem {
  return new Problem({
    code: 'district_not_named',
    what: 'It is not said of which district.',
    fix: 'Name the folder with district.yaml, or add --extracts to read of the files that any district may send.',
    exit: 2,
  });
}
