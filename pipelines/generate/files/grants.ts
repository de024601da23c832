import { PROJECTS } from '../accounts/projects.ts';
import { writeCsv } from './csv-file.ts';

type Row = readonly [
  project: string,
  from: 'FEDERAL' | 'STATE',
  listing: string,
  award: string,
  start: string,
  end: string,
  training: 'Y' | 'N',
];

/** Awards as the grants office keeps them. Most last longer than a fiscal year; language learning ends in September 2025. */
const AWARDS: readonly Row[] = [
  ['2101', 'STATE', '', '7,700,000', '07/01/2022', '06/30/2026', 'N'],
  ['2150', 'STATE', '', '4,500,000', '07/01/2022', '06/30/2026', 'N'],
  ['2701', 'STATE', '', '7,500,000', '07/01/2022', '06/30/2027', 'N'],
  ['4105', 'FEDERAL', '84.010', '8,000,000', '07/01/2022', '09/30/2026', 'Y'],
  ['4190', 'FEDERAL', '84.010', '1,200,000', '07/01/2022', '09/30/2026', 'N'],
  ['4201', 'FEDERAL', '84.367', '3,500,000', '07/01/2022', '09/30/2026', 'Y'],
  ['4301', 'FEDERAL', '84.365', '1,000,000', '07/01/2022', '09/30/2025', 'Y'],
  ['4601', 'FEDERAL', '84.027', '1,400,000', '07/01/2022', '09/30/2026', 'Y'],
  ['4602', 'FEDERAL', '84.027', '25,000,000', '07/01/2022', '09/30/2026', 'N'],
];

/** The list of grants over their award life. What was spent of each stands in the ledger alone. */
export function writeGrants(path: string): void {
  const names = new Map(PROJECTS);
  const records = AWARDS.map(([project, from, listing, award, start, end, training]) => [
    project,
    names.get(project) ?? '',
    from,
    listing,
    award,
    start,
    end,
    training,
  ]);
  writeCsv(
    path,
    ['PROJECT', 'NAME', 'FROM', 'LISTING', 'AWARD', 'STARTS', 'ENDS', 'TRAINING'],
    records,
  );
}
