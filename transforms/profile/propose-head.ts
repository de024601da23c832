import { extractNamed } from '../extracts/index.ts';
import type { Segment } from '../contract/segments.ts';
import type { Candidate } from './candidates.ts';
import type { Family } from './families.ts';
import { ledgerYears } from './ledger-years.ts';
import { SURE } from './match-columns.ts';
import type { Questions } from './questions.ts';

/** What the command was told of the district. */
export interface DistrictFacts {
  readonly id: string;
  readonly name: string | undefined;
  readonly state: string | undefined;
}

/** A family and what it may be. */
export interface Guessed {
  readonly family: Family;
  readonly candidates: readonly Candidate[];
}

const NO_LEDGER =
  'No file was recognized as dollars: a ledger, budgets of schools, or positions with their pay. Add such a source; what are its accounts made of?';

/** All of district.yaml but its sources. */
export function districtHead(
  { id, name, state }: DistrictFacts,
  ledgers: readonly Candidate[],
  chart: readonly Segment[],
  placed: readonly Guessed[],
  questions: Questions,
): object {
  const known = {
    name: name ?? questions.ask(['district', 'name'], 'What is the district called on pages?'),
    state: state ?? questions.ask(['district', 'state'], 'In which state is it? Two letters.'),
  };
  const inRows = ledgerYears(placed);
  const named = [...new Set(placed.flatMap(({ family }) => family.years))].sort((a, b) => a - b);
  const years = inRows.length > 0 ? inRows : named;
  const latest = years.at(-1);
  const oneYear = placed.some(lacksYear) && years.length <= 1;
  return {
    version: 1,
    district: { id, ...known, time_zone: timeZoneOf(state) },
    ...(oneYear
      ? {
          parameters: {
            fiscal_year: {
              default:
                latest ??
                questions.ask(
                  ['parameters', 'fiscal_year', 'default'],
                  'Which fiscal year are the files of? The year in which it ends, as a number.',
                ),
              describe: 'The fiscal year of the files, as the year in which it ends',
            },
          },
        }
      : {}),
    ...(inRows.length > 0 && !oneYear ? { fiscal_years: [...inRows] } : {}),
    map: {
      amount_type: amountTypeOf(ledgers, placed),
      chart:
        chart.length > 0
          ? [...chart]
          : [
              questions.ask(['map', 'chart'], NO_LEDGER, [
                'fund',
                'function',
                'object',
                'program',
                'project',
                'job',
                'site',
              ]),
            ],
    },
    tolerances: { quarantined_rows: 0, not_yet_assigned_share: null },
  };
}

/** Neither the names of the files nor their rows say the year, and the extract needs one. */
function lacksYear({ family, candidates }: Guessed): boolean {
  const [candidate] = candidates;
  if (candidate === undefined || family.years.length > 0) return false;
  const { year } = extractNamed(candidate.extract);
  return (
    year !== null &&
    !candidate.matches.some(({ column, score }) => column === year && score >= SURE)
  );
}

/** Where most of a state lives; a district near a border of zones corrects it. */
function timeZoneOf(state: string | undefined): string {
  const zones: Readonly<Record<string, readonly string[]>> = {
    'America/Chicago': [
      'AL',
      'AR',
      'IA',
      'IL',
      'KS',
      'LA',
      'MN',
      'MO',
      'MS',
      'ND',
      'NE',
      'OK',
      'SD',
      'TN',
      'TX',
      'WI',
    ],
    'America/Denver': ['CO', 'ID', 'MT', 'NM', 'UT', 'WY'],
    'America/Phoenix': ['AZ'],
    'America/Los_Angeles': ['CA', 'NV', 'OR', 'WA'],
    'America/Anchorage': ['AK'],
    'Pacific/Honolulu': ['HI'],
  };
  return (
    Object.entries(zones).find(([, states]) => states.includes(state ?? ''))?.[0] ??
    'America/New_York'
  );
}

function amountTypeOf(ledgers: readonly Candidate[], placed: readonly Guessed[]): string {
  const names = placed
    .filter(({ candidates }) => ledgers.includes(candidates[0] as Candidate))
    .map(({ family }) => family.pattern);
  const budget = names.length > 0 && names.every((name) => /budget|allocation/i.test(name));
  return budget ? 'budget_original' : 'actual';
}
