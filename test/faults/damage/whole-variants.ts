import type { RuleId } from '../../../transforms/quality/rule-id.ts';
import { type DistrictFiles, ledgerOf, monthOf, wholeDistrict } from './whole-district.ts';

/**
 * What must come of a district of which one file is damaged as a whole: its map is that of the good files, or a file is
 * refused, or some of its rows are set aside, or a rule keeps the map from being published, or tells.
 */
type Outcome = 'read' | 'set aside' | `${'refused' | 'blocked' | 'warned'} ${RuleId}`;

/** Damage that only shows when all files of a district are read together. */
export interface WholeVariant {
  readonly what: string;
  readonly outcome: Outcome;
  readonly damage: (files: DistrictFiles) => void;
}

const LEDGER = 'extracts/GL_FY2024.csv';
const TRIAL_BALANCE = 'extracts/trial_balance.csv';

type Damage = WholeVariant['damage'];

const change =
  (file: string, how: (text: string) => string): Damage =>
  (files) => {
    const before = files.get(file) ?? '';
    const after = how(before);
    if (after === before) throw new Error(`Nothing was changed in ${file}.`);
    files.set(file, after);
  };

const all =
  (...steps: readonly Damage[]): Damage =>
  (files) => {
    for (const step of steps) step(files);
  };

/** The same district without a trial balance, as many send none. */
const withoutTotals = (files: DistrictFiles): void => {
  change('district.yaml', (yaml) =>
    yaml.replace(/ {2}- id: trial_balance[^]*?(?= {2}- id: codes)/, ''),
  )(files);
  files.delete(TRIAL_BALANCE);
};

/** Its ledger of 2024 as a file for each month. */
const byMonth = (files: DistrictFiles): void => {
  files.delete(LEDGER);
  for (let period = 1; period <= 12; period += 1) {
    files.set(
      `extracts/GL_FY2024_${String(period).padStart(2, '0')}.csv`,
      ledgerOf(2024, [period]),
    );
  }
};
const MONTH_3 = 'extracts/GL_FY2024_03.csv';
const MONTH_4 = 'extracts/GL_FY2024_04.csv';

const minus = (text: string): string => text.replaceAll(/,(\d+\.\d\d)$/gm, ',-$1');
const withoutZeros = (text: string): string => text.replaceAll(/(?<=,)0+(?=\d)/g, '');
const firstLines = (count: number) => (text: string) =>
  `${text.split('\n').slice(0, count).join('\n')}\n`;
const otherYear = (text: string): string => text.replaceAll(/^2023,/gm, '2024,');

const VARIANTS: readonly (readonly [string, Outcome, Damage])[] = [
  ['nothing', 'read', () => undefined],
  ['the ledger as a file for each month', 'read', byMonth],
  ['the sign of all amounts swapped', 'blocked L01', change(LEDGER, minus)],
  [
    'the sign of all amounts swapped, no trial balance',
    'blocked L04',
    all(withoutTotals, change(LEDGER, minus)),
  ],
  ['rows cut at the end of a line', 'blocked L01', change(LEDGER, firstLines(101))],
  [
    'rows cut at the end of a line, no trial balance',
    'warned F17',
    all(withoutTotals, change(LEDGER, firstLines(101))),
  ],
  [
    'a filter that leaves a third of the rows, no trial balance',
    'blocked F16',
    all(
      withoutTotals,
      change(LEDGER, (text) => text.replaceAll(/(.*\n)(?:2024.*\n){2}/g, '$1')),
    ),
  ],
  ['the last row cut', 'blocked L01', change(LEDGER, firstLines(144))],
  [
    'amounts in cents',
    'blocked L01',
    change(LEDGER, (text) => text.replaceAll(/,(\d+)\.(\d\d)$/gm, ',$1$2')),
  ],
  [
    'amounts without their cents',
    'blocked L01',
    change(LEDGER, (text) => text.replaceAll(/\.\d\d$/gm, '')),
  ],
  [
    'the chart without its leading zeros',
    'refused F10',
    change('extracts/chart.csv', withoutZeros),
  ],
  ['the ledger without its leading zeros', 'blocked F10', change(LEDGER, withoutZeros)],
  [
    'the site list without its leading zeros',
    'set aside',
    change('extracts/sites.csv', withoutZeros),
  ],
  [
    'students of sites without leading zeros',
    'set aside',
    change('extracts/students.csv', withoutZeros),
  ],
  ['a rule without its leading zeros', 'refused F10', change('coding/purpose.csv', withoutZeros)],
  [
    'all rows of another year than the name',
    'refused F15',
    change(LEDGER, () => ledgerOf(2023, [1, 2, 3])),
  ],
  [
    'all rows twice',
    'set aside',
    change(LEDGER, (text) => text + text.split('\n').slice(1).join('\n')),
  ],
  [
    'exported twice, in another order',
    'blocked K01',
    (files) => {
      const lines = ledgerOf(2024, [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
      files.set('extracts/GL_FY2024 (1).csv', lines);
    },
  ],
  [
    'copied under a second name',
    'refused F15',
    (files) => void files.set('extracts/GL_FY2024 (1).csv', files.get(LEDGER) ?? ''),
  ],
  [
    'a month sent twice',
    'refused F15',
    all(byMonth, (files) => void files.set(MONTH_4, files.get(MONTH_3) ?? '')),
  ],
  [
    'a month sent twice, with other line ends',
    'blocked K01',
    all(byMonth, (files) => void files.set(MONTH_4, ledgerOf(2024, [3]).replaceAll('\n', '\r\n'))),
  ],
  ['a month that has not come', 'blocked L01', all(byMonth, (files) => void files.delete(MONTH_4))],
  [
    'a month that has not come, no trial balance',
    'blocked L11',
    all(withoutTotals, byMonth, (files) => void files.delete(MONTH_4)),
  ],
  [
    'a month as it was before it was closed',
    'blocked L01',
    all(byMonth, (files) =>
      files.set(
        MONTH_3,
        `${ledgerOf(2024, []).trim()}\n${monthOf(2024, 3).slice(0, 9).join('\n')}\n`,
      ),
    ),
  ],
  [
    "last year's file again under this year's name",
    'refused F15',
    (files) => void files.set(LEDGER, files.get('extracts/GL_FY2023.csv') ?? ''),
  ],
  [
    "last year's file again, whose rows do not say their year",
    'refused F15',
    all(
      change('district.yaml', (yaml) =>
        yaml.replace(
          'fiscal_year: { from: fiscal_year }\n      fiscal_period',
          "fiscal_year: { const: '{fiscal_year}' }\n      fiscal_period",
        ),
      ),
      (files) => void files.set(LEDGER, files.get('extracts/GL_FY2023.csv') ?? ''),
    ),
  ],
  [
    "last year's rows with this year in them",
    'blocked L01',
    change(LEDGER, () => otherYear(wholeDistrict().get('extracts/GL_FY2023.csv') ?? '')),
  ],
  [
    "last year's rows with this year in them, no trial balance",
    'warned L12',
    all(
      withoutTotals,
      change(LEDGER, () => otherYear(wholeDistrict().get('extracts/GL_FY2023.csv') ?? '')),
    ),
  ],
  [
    'the trial balance of another day',
    'blocked L01',
    change(TRIAL_BALANCE, (text) => text.replace(/(2024,0100,\d+)\.\d\d/, '$1.99')),
  ],
];

export const WHOLE_VARIANTS: readonly WholeVariant[] = VARIANTS.map(([what, outcome, damage]) => ({
  what,
  outcome,
  damage,
}));
