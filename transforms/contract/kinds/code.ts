import { z } from 'zod';
import { CELL_CLASS } from '../cell-classes.ts';
import { type Column, type ColumnOptions, defineColumn, type Kind } from '../kind.ts';
import {
  codeAsDate,
  codeAsError,
  codeAsNumber,
  DAMAGED,
  SOCIAL_SECURITY,
  socialSecurity,
} from '../mistakes.ts';
import { pattern, PLAIN } from '../pattern.ts';

const LONGEST = 120;
const shape = pattern(`${PLAIN}+`);
const damaged = pattern(DAMAGED);
const reason = `is not a code: a code has at most ${LONGEST} characters, on one line, and no other spaces than the usual one`;

/** A sender's code, kept as text to the letter: a leading zero is data. What a spreadsheet has made of one is none. */
export const codeKind: Kind = {
  kind: 'code',
  sqlType: 'VARCHAR',
  zod: z
    .string()
    .regex(shape.full, reason)
    .refine((text) => Array.from(text).length <= LONGEST && !damaged.full.test(text), reason),
  // The length apart: as a bound in the pattern it takes the engine ten times as long to read the pattern.
  valid: (text) =>
    `(length(${text}) <= ${LONGEST} and ${shape.sql(text)} and not ${damaged.sql(text)})`,
  value: (text) => text,
  reason,
  rule: 'F13',
  // With a digit, so that no word for a missing value is one. Its length is bounded with the row's.
  plain: '[0-9A-Za-z_.]*[0-9][0-9A-Za-z_.]*|[A-Z]{1,3}',
  classForm: {
    of: CELL_CLASS.digit | CELL_CLASS.upper | CELL_CLASS.lower | CELL_CLASS.joint,
    needs: CELL_CLASS.digit,
    longest: LONGEST,
  },
  mistakes: [codeAsNumber, codeAsDate, codeAsError],
};

const personal = pattern(SOCIAL_SECURITY);

/** Numbers of persons that are not as long as one of the Social Security Administration, or begin with a letter. */
const PLAIN_PERSON = '[0-9]{1,8}|[0-9]{10,40}|[A-Za-z][0-9A-Za-z_.]*[0-9]';

/** The number by which a sender knows a person; one of the Social Security Administration has no place in a file. */
export function personKind(kind: Kind): Kind {
  return {
    ...kind,
    classForm: undefined,
    plain: kind.form === undefined ? PLAIN_PERSON : null,
    zod: kind.zod.refine((text) => !personal.full.test(String(text)), reason),
    valid: (text) => `(${kind.valid(text)} and not ${personal.sql(text)})`,
    mistakes: [...kind.mistakes, socialSecurity],
  };
}

/** A form that all codes of a column have. */
interface CodeForm {
  /** As `pattern` reads it. */
  readonly source: string;
  /** After "is not": `12 digits`. */
  readonly words: string;
  /** Codes of this form, for tests and documents. */
  readonly examples: readonly string[];
}

/** A code that always has the same form, such as a federal number: what has another is damaged. */
function formedCode({ source, words, examples }: CodeForm): Kind {
  const form = pattern(source);
  const wrong = `is not ${words}`;
  return {
    ...codeKind,
    classForm: undefined,
    plain: source,
    zod: z.string().regex(form.full, wrong),
    valid: (text) => form.sql(text),
    reason: wrong,
    form: words,
    examples,
  };
}

interface CodeOptions extends ColumnOptions {
  readonly form?: CodeForm;
}

export function code(describe: string, { form, ...options }: CodeOptions = {}): Column {
  const kind = form === undefined ? codeKind : formedCode(form);
  return defineColumn(options.person === undefined ? kind : personKind(kind), describe, options);
}

/** The federal number of a school: seven digits of its district, five of its own. */
export const NCES_SCHOOL: CodeForm = {
  source: '[0-9]{12}',
  words: '12 digits, as the federal number of a school is',
  examples: ['391234500017', '010000500870'],
};

/** A time of day on a clock of 24 hours. */
export const TIME_OF_DAY: CodeForm = {
  source: '(?:[01][0-9]|2[0-3]):[0-5][0-9]',
  words: 'a time from 00:00 to 23:59',
  examples: ['08:05', '13:40'],
};
