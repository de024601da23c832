import type { ChartCode } from '../chart-codes.ts';
import type { StarterTable } from './tables.ts';

/** Words of job titles and the position type that they mean; the first that fits is taken. */
const TITLES: readonly (readonly [words: RegExp, type: string])[] = [
  [/substitute/i, 'substitute_teacher'],
  [/coach(?!.*\b(?:athletic|sport))|mentor/i, 'instructional_coach'],
  [/assistant principal|vice principal/i, 'assistant_principal'],
  [/principal/i, 'principal'],
  [/(?:deputy|assistant|associate|area) superintendent/i, 'district_administrator'],
  [/psycholog/i, 'school_psychologist'],
  [/counsel/i, 'school_counselor'],
  [/social work/i, 'social_worker'],
  [/nurse/i, 'nurse'],
  [/therap|speech/i, 'therapist'],
  [/librar/i, 'librarian'],
  [/behavior/i, 'behavior_specialist'],
  [/attendance|famil(?:y|ies)|parent|liaison/i, 'attendance_family_liaison'],
  [/\baides?\b|paraprof|instructional assistant|teacher assistant/i, 'instructional_aide'],
  [
    /pre-?k(?:indergarten)? teacher|early (?:childhood|learning) teacher/i,
    'early_learning_teacher',
  ],
  [/teacher/i, 'teacher'],
  [/security|police|safety officer|crossing guard/i, 'security'],
  [
    /custod|janitor|maintenance|grounds|engineer|food|cafeteria|lunch|cook|\bbus\b|driver|mechanic|warehouse|porter/i,
    'operations',
  ],
  [/superintendent/i, 'superintendent'],
  [/secretary|clerk|registrar/i, 'school_office'],
  [
    /\b(?:chief|director|manager|administrator|executive|supervisor|cabinet)\b/i,
    'district_administrator',
  ],
  [/curriculum|instructional (?:coordinator|specialist)/i, 'instructional_coordinator'],
  [
    /analyst|accountant|technician|recruiter|\b(?:finance|personnel|legal|technology|purchasing|communications|payroll) (?:staff|specialist|officer)/i,
    'district_support',
  ],
];

/** `jobs.csv`: the position type of each job whose title says it. */
export function jobsStarter(
  jobs: readonly Pick<ChartCode, 'code' | 'name'>[],
  types: readonly string[],
): StarterTable {
  const rows = jobs.flatMap(({ code, name }) => {
    const type = TITLES.find(([words]) => words.test(name))?.[1];
    return type !== undefined && types.includes(type) ? [[code, type]] : [];
  });
  return { file: 'jobs.csv', rows: [['job_code', 'position_type'], ...rows] };
}
