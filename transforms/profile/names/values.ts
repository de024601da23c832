import { STUDENT_GROUPS } from '../../extracts/student-groups.ts';
import { normalName } from '../words.ts';

/** What senders write for the words of a contract, by column; `normalName` of both is compared. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  site_type: {
    school:
      'school | sch | regular school | S | campus | charter | charter school | elementary | middle | high | instructional | elementary school | middle school | high school | K-8',
    central:
      'ADM | central | central office | office | district office | administration | C | admin | department | district | central department | administrative office',
    program: 'PRG | program | P | alternative program | prog | special program | programs | center',
    other:
      'NET | other | network | O | region | support | facility | N | area office | cluster | warehouse | transportation',
  },
  school_level: {
    elementary: 'elementary | elem | E | ES | elementary school | primary | EL | element | lower',
    k8: 'k8 | k-8 | K to 8 | elementary middle | I | ES/MS | elementary/middle | K-8 school | KM',
    middle: 'middle | M | MS | middle school | junior high | mid | JH | intermediate',
    high: 'high | H | HS | high school | senior high | career and technical high schl | secondary | SH | career and technical high school',
    k12: 'k12 | k-12 | A | combined | K to 12 | all grades | PK-12',
    other: 'other | T | alternative | special | ungraded | adult | education campus | 6-12',
  },
  segment: {
    fund: 'fund | FND | fund code',
    function: 'function code | class fld | function | FUNC | FN | activity',
    object: 'object code | object | OBJ | account | natural account | expense object',
    program: 'program code | program | PROG | goal | program intent',
    project: 'project code | project id | project | PROJ | grant | resource | project grant',
    job: 'jobcode | job | job class | job code | position class',
  },
  amount_type: {
    actual:
      'actual | A | actuals | BA | expense | expenditure | org exp | ACT | YTD actual | BE | actual expense | expended | YTD expended',
    encumbrance: 'encumbrance | E | ENC | org enc | encumbered | encumbrances',
    pre_encumbrance: 'pre encumbrance | requisition | org pre | PRE | preencumbrance',
    budget_original:
      'budget original | original | B | original budget | adopted | adopted budget | BB | original approp | BUD | budget | org bud | original appropriation',
    budget_adjustment:
      'budget adjustment | adjustment | transfers | tranfrs adjsmts | budget transfer | budget adj',
    budget_revised:
      'budget revised | revised | revised budget | amended | amended budget | current budget | REV',
  },
  budget_version: {
    proposed: 'proposed | requested | draft | recommended',
    adopted: 'adopted | original | approved | initial | final',
    revised: 'revised | amended | current | adjusted | working',
  },
  pay_type: {
    base: 'base | regular | contract | base pay | REG | salary | R | regular pay | B',
    stipend: 'stipend | stipends | STP | supplement',
    extra_duty: 'extra duty | extra | added duty | XD | additional pay | extra pay | extra service',
    overtime: 'overtime | OT | OVT',
    substitute: 'substitute | sub | SUB | subs | substitutes | sub pay',
    incentive: 'incentive | bonus | retention | INC',
    leave_payout: 'leave payout | payout | leave | vacation payout | LVP | sick leave payout',
    benefit_employer:
      'benefit employer | employer benefit | fringe | benefit | employer cost | benefits',
    other: 'other | OTH | misc',
  },
  student_group: {
    all: 'all | all students | budgeted enrollment | total budgeted enrollment | projected enrollment | total enrollment projection | total | total students | enrollment | student count total | school enrollment | membership | ADM | everyone | total enrollment | tot | students | student count | sch enrollment | all pupils | TA',
    low_income:
      'low income | economically disadvantaged | EDS | ECODIS | ED | FRL | free reduced lunch | student count low income | poverty | socioeconomically disadvantaged | frl eligible | free and reduced | econ dis | low inc | sch low income family | at risk | percent economically disadvantaged | disadvantaged | SED',
    special_education:
      'special education | SWD | students with disabilities | disability | disabilities | special ed | IEP | SPED | student count special ed | with disabilities | SE | has iep | sp ed',
    english_learner:
      'english learner | EL | ELL | LEP | ELS | english learners | english language learner | student count english learners | limited english | multilingual | emergent bilingual | EB | english language learners | lep students | ML',
    gifted: 'gifted | AIG | gifted and talented | GT | GATE | talented | gifted students',
    other: 'other',
  },
  funding_level: {
    federal: 'federal | F | FED',
    state: 'state | S | ST',
    local: 'local | L | LOC | county | city',
    private: 'private | P | foundation | PRI | philanthropic',
  },
  reason_group: {
    professional_learning: 'pd | professional development | professional learning | training',
    illness: 'illness | sick | medical | health',
    personal: 'personal | PER | family',
    other: 'other | OTH',
  },
  group_kind: {
    network: 'network | region | area | cluster',
    tier: 'tier | support tier',
    pilot: 'pilot | pilot program',
    turnaround: 'turnaround | improvement | CSI | priority',
    other: 'other',
  },
  event: {
    closed: 'closed | close | closure',
    merged: 'merged | merge | consolidated | consolidation | merger',
    split: 'split | divided',
    code_reused: 'code reused | reused | recoded | renumbered',
  },
};

/** Names of results that many districts have, and what senders call them. */
const MEASURES: Readonly<Record<string, string>> = {
  math: 'math | mathematics | MA | math proficiency | math proficient | math pct | math percent | percent proficient math | math combined | math score',
  reading:
    'reading | RD | read | ELA | english language arts | literacy | reading proficiency | reading percent | read combined | RLA | ela percent | reading proficient',
  science: 'science | SC | SCI | science percent | science proficiency',
  writing: 'writing | WR',
  chronic_absence:
    'chronic absence | absence | chronically absent | chronic absenteeism | chronic absent | percent chronically absent | chronic abs | absent | chronic',
  attendance: 'attendance | attendance rate | ADA rate | sch attendance | average daily attendance',
  graduation_rate:
    'graduation | graduation rate | grad rate | four year graduation | CGR | ACGR | graduation percent | grad',
  suspension: 'suspension | suspensions | suspension rate | out of school suspension',
};

const byName = (words: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(words).flatMap(([ours, theirs]) =>
      [ours, ...theirs.split(' | ')].map((their) => [normalName(their), ours] as const),
    ),
  );

const wordMaps = new Map(Object.entries(WORDS).map(([column, words]) => [column, byName(words)]));
const measures = byName(MEASURES);

/** Our word for a sender's, in a column of fixed words; undefined when none is known. */
export function wordFor(column: string, value: string): string | undefined {
  return wordMaps.get(column)?.get(normalName(value));
}

/** The result that a sender's word stands for. */
export function measureFor(value: string): string | undefined {
  return measures.get(normalName(value).replace(/^(?:percent|pct|rate) /, ''));
}

/** The results that have a name in `data/standards/measures.csv`. */
export const MEASURE_NAMES = ['math', 'reading', 'science', 'chronic_absence', 'graduation_rate'];

/** The result that some words of a file's name stand for, such as `chronic absent` of `rc_chronic_absent`. */
export function measureInName(words: readonly string[]): string | undefined {
  const parts = words.flatMap((_, start) =>
    words.slice(start).map((_word, more) => words.slice(start, start + more + 1).join(' ')),
  );
  const found = parts.filter((part) => part.length > 2).map(measureFor);
  const different = new Set(found.filter((measure) => measure !== undefined));
  return different.size === 1 ? [...different][0] : undefined;
}

/** The group of students that the name of a column stands for. */
export function groupOfColumn(name: string): string | undefined {
  const words = normalName(name);
  const bare = words
    .replace(/^(?:percent|number of|count|student count|total|n|share of|rate) /, '')
    .replace(/ (?:percent|count|students|number|rate|share|enrollment|n)$/, '');
  const found = wordFor('student_group', words) ?? wordFor('student_group', bare);
  return found !== undefined && STUDENT_GROUPS.some((group) => group === found) ? found : undefined;
}
