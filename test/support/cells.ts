import fc from 'fast-check';
import { SPACES } from '../../transforms/contract/cell.ts';
import { missingWord } from '../../transforms/contract/mistakes.ts';
import type { Column, KindName } from '../../transforms/contract/kind.ts';

const words = (text: string): readonly string[] => text.split(' ');

/** Texts that one engine or the other is known to read in its own way. */
const TRAPS: readonly string[] = [
  ...words(
    '1e3 1E3 1_000 0x10 0b1 1.239 1.2300 .5 -.5 5. - --5 +5 -0 -0.00 007 1,234.50 (5.00) (5',
  ),
  ...words('5) $5 5- NaN nan inf infinity -infinity null NULL 999999999 1000000000'),
  ...words('9999999999999999.99 10000000000000000.00 １２ ٣ ½ Ⅷ epoch today now 2023-02-29'),
  ...words('2024-02-29 2023-02-30 2023-04-31 2023-13-01 2023-00-10 2023-01-00 0000-01-01'),
  ...words('1900-02-29 2000-02-29 2100-02-29 2023-1-5 2023/01/05 20230105 2023-01-05T00:00:00'),
  ...words('-2023-01-05 2199-12-31 2200-01-01 1899-12-31 true TRUE tRuE yes no y N t F 0 1 on off'),
  ...words('trüe ß İ "quoted" % {}'),
  '1 000',
  '9'.repeat(60),
  `0.${'1'.repeat(60)}`,
  '1\u00a0000',
  '1\u200b0',
  '1\u0301',
  '2023-01-05 (BC)',
  '\u017f',
  'ye\u017f',
  '\u212a',
  '\u0000',
  'a\u0000',
  'a\u0000b',
  'a\tb',
  'a\nb',
  'a\r\nb',
  'a\n',
  'a\u0085b',
  'a\u2028b',
  'a\u2029',
  '\u007f',
  'a\u009fb',
  '\u001c',
  'a\u001fb',
  '😀',
  '👩‍👩‍👧‍👦',
  'e\u0301',
  '\u{10ffff}',
  '\ufffe',
  '\ufffd',
  'a\ufeffb',
  "O'Neil",
  '\\',
  'x'.repeat(120),
  'x'.repeat(121),
  '😀'.repeat(120),
  '😀'.repeat(121),
  'y'.repeat(4000),
  'y'.repeat(4001),
  '😀'.repeat(4000),
  '😀'.repeat(4001),
  '',
  ' ',
  '\u00a0',
  '\u3000\u2003',
  '\u200b',
  '\ufeff',
  '\u180e',
  '\u2060',
];

const junk = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TRAPS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  // A control character makes a text that no kind takes, free text included.
  { weight: 1, arbitrary: fc.string({ maxLength: 5 }).map((text) => `x${text}\u0001y`) },
);

const digits = (most: number) => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
const plain = fc.tuple(fc.constantFrom('', '-'), digits(9), fc.option(digits(2), { nil: null }));
const number = plain.map(
  ([sign, whole, decimals]) => sign + whole + (decimals === null ? '' : `.${decimals}`),
);
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const GOOD: Readonly<Record<KindName, fc.Arbitrary<string>>> = {
  code: word,
  reference: word,
  text: fc.oneof(
    word,
    fc.tuple(word, word).map(([a, b]) => `${a}\n${b}`),
  ),
  integer: fc.oneof(
    fc.integer({ min: 0, max: 16 }).map(String),
    fc.integer({ min: 1990, max: 2100 }).map(String),
  ),
  decimal: fc.oneof(
    fc.constantFrom('0', '1', '0.5', '.25', '1.000', '0.123400'),
    digits(1),
    number,
  ),
  money: number,
  date: day,
  boolean: fc.constantFrom('true', 'False', 'YES', 'n', '1', '0', 'T'),
  enumeration: word,
};

/** Each mistake by what people and spreadsheets make of a cell. */
const MADE: Readonly<Record<string, readonly string[]>> = {
  F10: ['1.23E+11', '4E+05', '1.23457E+12'],
  F11: ['45474', '36526'],
  F14: ['NULL', 'N/A', '#N/A', '#REF!'],
  K11: ['123-45-6789', '123456789', '772-10-0001'],
  L20: ['1.239', '-0.005', '12.3456'],
  O03: ['25', '84.7%', '-0.5', '1.01'],
};
const MADE_OF_CODES: Readonly<Record<string, readonly string[]>> = {
  ...MADE,
  F11: ['Jan-10', '6-Nov', '11-Jun-24', '6/11', '6/11/2024', '2024-06-11', '2024-06-11 00:00:00'],
  F14: ['NULL', '#N/A', '#REF!', '#DIV/0!'],
};

function mistakesFor({ kind }: Column): fc.Arbitrary<string> {
  const made = kind.mistakes.includes(missingWord) ? MADE : MADE_OF_CODES;
  const [first, ...rest] = kind.mistakes.map(({ rule }) => fc.constantFrom(...(made[rule] ?? [])));
  return first === undefined ? junk : fc.oneof(first, ...rest);
}

/** A cell as a sender may write it: good for its column, or a mistake, or anything, or empty; with spaces of any kind around it. */
export function cellFor(column: Column, known: readonly string[] = []): fc.Arbitrary<string> {
  const good = known.length > 0 ? fc.constantFrom(...known) : GOOD[column.kind.kind];
  const spaces = fc.string({ unit: fc.constantFrom(...SPACES.split('')), maxLength: 2 });
  const text = fc.oneof(
    { weight: 13, arbitrary: good },
    { weight: 5, arbitrary: mistakesFor(column) },
    { weight: 5, arbitrary: junk },
    { weight: 5, arbitrary: fc.constant('') },
  );
  return fc.tuple(spaces, text, spaces).map(([before, cell, after]) => before + cell + after);
}

/** The words that an enumeration takes, or codes of a fixed form. */
export function wordsOf(column: Column): readonly string[] {
  return column.kind.values ?? column.kind.examples ?? [];
}
