import { Command, InvalidArgumentError } from 'commander';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { proposeDistrict } from '../../../transforms/profile/propose-district.ts';
import { type FolderProfile, profileFolder } from '../../profile/profile-folder.ts';
import { Problem } from '../../../transforms/problem.ts';
import { refuseOverwriting, writeDistrict } from '../../profile/write-district.ts';
import { printProposal } from '../print-proposal.ts';
import { proposalJson } from '../proposal-json.ts';
import { Progress } from '../progress.ts';
import { stopSignal } from '../stop.ts';
import { tellFailure } from '../tell-failure.ts';
import { districtFolder } from '../folders.ts';

interface Options {
  readonly district?: string;
  readonly name?: string;
  readonly state?: string;
  readonly force: boolean;
  readonly json: boolean;
}

/** `init`: a first configuration from a folder of files, with a question wherever the files do not say. */
export function initCommand(): Command {
  return new Command('init')
    .description('Looks at a folder of files and writes a first district.yaml, with its questions.')
    .argument('<folder>', 'where the files of the district are')
    .option(
      '--district <folder>',
      'where to write it (default: data/districts/<name of the folder>)',
    )
    .option('--name <name>', 'what the district is called on pages')
    .option('--state <letters>', 'its state, such as OH', twoLetters)
    .option('--force', 'replace a district.yaml that is there', false)
    .option('--json', 'print what was found as JSON', false)
    .addHelpText(
      'after',
      '\nExample:\n  resource-map init ~/extracts --district data/districts/springfield --name "Springfield Schools" --state OH',
    )
    .action(run);
}

async function run(given: string, options: Options): Promise<void> {
  const progress = new Progress(process.stderr, options.json);
  const signal = stopSignal();
  try {
    const folder = districtFolder(given);
    const district = resolve(options.district ?? join('data', 'districts', idOf(folder)));
    refuseOverwriting(district, options.force);
    const say = (line: string): void => progress.say(line);
    const profile = await profileFolder(folder, { threads: availableParallelism(), signal, say });
    progress.end();
    refuseNothing(profile, folder);
    const { name, state } = options;
    const proposal = proposeDistrict(profile.files, { id: idOf(district), name, state });
    const written = await writeDistrict(district, proposal, state);
    if (options.json) {
      console.log(JSON.stringify(proposalJson(profile, proposal, { district, written }), null, 2));
    } else {
      printProposal(profile, proposal, { folder: given, district, written });
    }
  } catch (error) {
    progress.end();
    tellFailure(error, options.json, signal.aborted);
  }
}

function refuseNothing({ files, unread }: FolderProfile, folder: string): void {
  if (files.length > 0) return;
  throw new Problem({
    code: 'no_tables',
    what: `No file of this folder is a table. ${unread.map(({ name, why }) => `${name}: ${why}`).join(' ')}`,
    fix: 'Put the extracts there as CSV, fixed columns, XLSX, JSON or Parquet, or name another folder.',
    where: { file: folder },
    exit: 2,
  });
}

/** The name of a folder as the id of a district. */
function idOf(folder: string): string {
  const id = basename(resolve(folder))
    .toLowerCase()
    .replaceAll(/[^a-z0-9_-]+/g, '-')
    .replace(/^[^a-z]+/, '');
  return id === '' ? 'district' : id.slice(0, 60);
}

function twoLetters(text: string): string {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
  throw new InvalidArgumentError('Write two letters, such as OH.');
}
