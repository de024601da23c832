import { Command, InvalidArgumentError } from 'commander';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '../../../transforms/problem.ts';
import { generate } from '../../generate/generate.ts';
import { DEFAULTS, MOST_PERIODS } from '../../generate/options.ts';
import { giveOwnName } from '../../generate/own-name.ts';

interface Options {
  readonly students: number;
  readonly years: number;
  readonly throughPeriod: number;
  readonly ledgerLines: number;
  readonly seed: number;
  readonly findings: boolean;
  readonly answerKey?: string;
}

const SAMPLE = fileURLToPath(new URL('../../../data/districts/riverbend', import.meta.url));
const DEFAULT_FOLDER = 'data/local/generated';

/** `generate`: an invented district of any size, with files as a real one sends them. */
export function generateCommand(): Command {
  return new Command('generate')
    .description('Writes an invented district: files, configuration and coding tables.')
    .argument('[folder]', 'the folder to write to', DEFAULT_FOLDER)
    .option('--students <count>', 'students in the latest year', atLeast(500), DEFAULTS.students)
    .option(
      '--years <count>',
      'whole fiscal years, the latest of which is 2025',
      atLeast(1),
      DEFAULTS.years,
    )
    .option(
      '--through-period <count>',
      'closed periods of fiscal 2026, the year in progress: 0 (none) to 5',
      between(0, MOST_PERIODS),
      DEFAULTS.throughPeriod,
    )
    .option(
      '--ledger-lines <count>',
      'lines of all ledgers together, about',
      atLeast(1),
      DEFAULTS.ledgerLines,
    )
    .option(
      '--seed <number>',
      'another seed invents other people and invoices',
      atLeast(0),
      DEFAULTS.seed,
    )
    .option('--no-findings', 'leave the planted findings out')
    .option('--answer-key <folder>', 'write what is true of every line, for tests, to this folder')
    .addHelpText(
      'after',
      '\nExample:\n  resource-map generate data/local/small --students 600 --years 2\n  resource-map refresh data/local/small',
    )
    .action(run);
}

function run(given: string, options: Options): void {
  const folder = resolve(given);
  refuseOther(folder, given);
  const { answerKey, ...rest } = options;
  generate({
    options: rest,
    folder,
    sampleFolder: SAMPLE,
    ...(answerKey === undefined ? {} : { answerKeyFolder: resolve(answerKey) }),
  });
  if (folder !== resolve(SAMPLE)) giveOwnName(folder);
  const shown = relative(process.cwd(), folder) || '.';
  process.stdout.write(
    `Invented a district of ${options.students.toLocaleString('en-US')} students in ${shown}.\n` +
      `Map it: npx resource-map refresh ${shown}\n`,
  );
}

/** Only an empty folder or one with a generated district is written to, so that nobody's files are lost. */
function refuseOther(folder: string, given: string): void {
  const there = existsSync(folder) ? readdirSync(folder) : [];
  if (there.length === 0 || folder === resolve(SAMPLE)) return;
  if (existsSync(join(folder, 'extracts', 'organizations', 'sites.csv'))) return;
  throw new Problem({
    code: 'folder_in_use',
    what: `The folder ${given} holds something else than a generated district.`,
    fix: 'Name a folder that is empty or does not exist.',
    exit: 2,
  });
}

function atLeast(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d{1,9}$/.test(text) || number < least) {
      throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    }
    return number;
  };
}

function between(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d$/.test(text) || number < least || number > most) {
      throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}
