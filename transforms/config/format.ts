import { z } from 'zod';
import { quoted } from './cell-test.ts';

const name = quoted.min(1, 'must not be empty');
const compression = z.enum(['none', 'gz', 'zst']).optional();
const skipLines = z.int().min(0).max(1000).default(0);

/** Of files in which the sender's columns stand in an order: named by the file itself, or here. */
const header = {
  header: z.boolean().default(true),
  /** How many records name the columns: a category over an item, or over several. */
  header_rows: z.int().min(1).max(5).default(1),
  /** Lines or sheet rows above the header, or above the first record, that are no data. */
  skip_lines: skipLines,
  /** The sender's columns, in order, when the file has no header. */
  columns: z.array(name).min(1).optional(),
};

function checkHeader(
  format: { readonly header: boolean; readonly columns?: readonly string[] | undefined },
  context: z.core.$RefinementCtx,
): void {
  if (format.header !== (format.columns !== undefined)) return;
  context.addIssue(
    format.header
      ? 'has columns although the file has a header: leave out columns, or write header: false'
      : 'has no header, so its columns must be named here',
  );
}

const encoding = z.enum(['utf-8', 'utf-16', 'latin-1', 'windows-1252']).default('utf-8');

const csv = z
  .strictObject({
    type: z.literal('csv').optional().default('csv'),
    delimiter: z.enum([',', '\t', '|', ';']).default(','),
    quote: z.enum(['"', "'", 'none']).default('"'),
    encoding,
    ...header,
    compression,
  })
  .superRefine(checkHeader);

const fixedWidth = z.strictObject({
  type: z.literal('fixed_width'),
  /** In characters; the first of a line is 1. */
  columns: z
    .array(
      z.strictObject({
        name,
        start: z.int().min(1).max(100_000),
        width: z.int().min(1).max(10_000),
      }),
    )
    .min(1),
  /** Blanks at the end of a line are left out, so a line may be shorter than others. */
  short_lines: z.boolean().default(false),
  encoding,
  skip_lines: skipLines,
  compression,
});

const xlsx = z
  .strictObject({
    type: z.literal('xlsx'),
    /** By its name, or by its number from 1. */
    sheet: z.union([name, z.int().min(1).max(1000)]).default(1),
    ...header,
  })
  .superRefine(checkHeader);

const json = z.strictObject({
  type: z.literal('json'),
  /** From the outermost value to the list whose elements are the records. */
  path: quoted
    .regex(
      /^(?:\[\]|[^.[\]]+(?:\.[^.[\]]+)*\[\])(?:\.[^.[\]]+(?:\.[^.[\]]+)*\[\])*$/,
      'must lead to a list, such as [] or schools[].results[]',
    )
    .default('[]'),
  compression,
});

const jsonLines = z.strictObject({ type: z.literal('jsonl'), compression });

const parquet = z.strictObject({ type: z.literal('parquet') });

/** How the bytes of a file become records: a member for each kind of file. */
export const fileFormat = z.discriminatedUnion(
  'type',
  [fixedWidth, xlsx, json, jsonLines, parquet, csv],
  { error: 'must be one of: csv, fixed_width, xlsx, json, jsonl, parquet' },
);

export type SourceFormat = z.output<typeof fileFormat>;
export type FormatOf<Type extends SourceFormat['type']> = Extract<
  SourceFormat,
  { readonly type: Type }
>;
export type TextEncoding = z.output<typeof encoding>;

/** The names that the configuration gives to the columns, where the file has none of its own. */
export function namedColumns(format: SourceFormat): readonly string[] | undefined {
  switch (format.type) {
    case 'csv':
    case 'xlsx':
      return format.columns;
    case 'fixed_width':
      return format.columns.map(({ name: column }) => column);
    case 'json':
    case 'jsonl':
    case 'parquet':
      return undefined;
  }
}
