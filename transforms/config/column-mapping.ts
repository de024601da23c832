import { z } from 'zod';
import { conditions, quoted } from './cell-test.ts';
import { dateFormat } from './date-format.ts';
import { isSearchPattern, repeatsRepeats } from './search-pattern.ts';

const filled = quoted.min(1, 'must not be empty');
/** A regular expression with the one group that is taken. */
const takes = filled
  .refine(isSearchPattern, 'is no regular expression that can be read')
  .refine(
    (pattern) => pattern.replaceAll(/\\.|\(\?/g, '').split('(').length === 2,
    'must have one group in parentheses: what is taken',
  );

/**
 * How one column of a contract is filled from the sender's columns. What a cell goes through, in this order:
 * from, when, extract, split, substring, pad_left, lookup, map, the source's number or date format, period, year, scale,
 * round, negate, default.
 */
export const columnMapping = z
  .strictObject({
    /** The sender's column. */
    from: filled.optional(),
    /** The same text for every row; may hold `{fiscal_year}` or a parameter. */
    const: quoted.optional(),
    /** What the group of a regular expression takes out of the file's name. */
    file_name: takes
      .refine((pattern) => !repeatsRepeats(pattern), 'must not repeat what is a repetition itself')
      .optional(),
    /** An amount in two columns: debit minus credit. */
    debit: filled.optional(),
    credit: filled.optional(),
    /** The cell counts only where other columns of the file are so; elsewhere it is empty. */
    when: conditions.optional(),
    /** What the group of a regular expression takes out of the cell; empty where it finds nothing. */
    extract: takes.optional(),
    split: z.strictObject({ separator: filled, index: z.int().min(0).max(50) }).optional(),
    /** From 1, as people count. */
    substring: z
      .strictObject({ start: z.int().min(1), length: z.int().min(1).max(200) })
      .optional(),
    pad_left: z
      .strictObject({
        width: z.int().min(1).max(60),
        with: quoted.length(1, 'must be one character'),
      })
      .optional(),
    /** A code has at least so many characters: a shorter one has lost its leading zeros. */
    width: z.int().min(2).max(60).optional(),
    /** The name of one of the district's `lookups`. */
    lookup: filled.optional(),
    /** The sender's word -> ours, which may hold `{fiscal_year}` or a parameter; `""` for an empty cell. */
    map: z.record(quoted, quoted).optional(),
    /** For a word that `lookup` or `map` does not know; without it, the row is set aside. */
    otherwise: quoted.optional(),
    /** Of a date, in place of the source's own. */
    date_format: dateFormat.optional(),
    /** The fiscal period of a calendar month, in any of the ways of writing one, or the last one of a quarter. */
    period: z.enum(['month', 'quarter']).optional(),
    /** The calendar month in which the fiscal year begins. */
    first_month: z.int().min(1).max(12).optional(),
    /** What the sender's year means: the calendar year in which it ends or starts, or a range such as 2011-2012. */
    year: z.enum(['end', 'start', 'range']).optional(),
    /** `percent`: 84.7 becomes 0.847; `share`: 0.847 becomes 84.7. */
    scale: z.enum(['percent', 'share']).optional(),
    /** To so many decimals; `carry` to cents, each cell taking over what the rounding of those before it left. */
    round: z.union([z.int().min(0).max(6), z.literal('carry')]).optional(),
    negate: z.boolean().optional(),
    default: quoted.optional(),
  })
  .superRefine((mapping, context) => {
    const ways = [mapping.from, mapping.const, mapping.file_name, mapping.debit ?? mapping.credit];
    const given = ways.filter((way) => way !== undefined).length;
    if (given !== 1 || (mapping.debit === undefined) !== (mapping.credit === undefined)) {
      context.addIssue('must have one of: from, const, file_name, or debit and credit together');
    }
    if (mapping.otherwise !== undefined && !mapping.map && mapping.lookup === undefined) {
      context.addIssue('has an otherwise without a map or a lookup');
    }
    if (mapping.first_month !== undefined && mapping.period !== 'month') {
      context.addIssue('has a first_month without period: month');
    }
    if (mapping.when !== undefined && mapping.from === undefined) {
      context.addIssue('has a when without a from');
    }
  });

export type ColumnMapping = z.output<typeof columnMapping>;
/** A mapping as a person writes it. */
export type ColumnMappingInput = z.input<typeof columnMapping>;

/** The sender's columns that a mapping reads. */
export function columnsRead(mapping: ColumnMapping): readonly string[] {
  const cells = [mapping.from, mapping.debit, mapping.credit].filter((name) => name !== undefined);
  return [...cells, ...Object.keys(mapping.when ?? {})];
}
