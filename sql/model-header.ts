import { parse } from 'yaml';
import { z } from 'zod';
import { Problem } from '../transforms/problem.ts';

const sentence = z.string().trim().min(1);
const column = z.string().regex(/^[a-z][a-z0-9_]*$/, 'expected a column name in lower case');

/** What a table and a check have in common: its key, and which years one step reads. */
const shared = {
  key: z.array(column).min(1),
  /** `fiscal_year`: a step per year, reading that year; `none`: one step that sees all years. */
  partition: z.enum(['fiscal_year', 'none']),
  /** 1: the step also reads the year before, of models with the same partition. */
  lookback: z.union([z.literal(0), z.literal(1)]).default(0),
  description: sentence,
};

const tableHeader = z.strictObject({
  /** What one row is, such as "one site of the district in a fiscal year". */
  row: sentence,
  ...shared,
  /** Who may hold it: `restricted` never leaves the store, `analyst` the DuckDB file, `public` all. */
  audience: z.enum(['restricted', 'analyst', 'public']),
  /**
   * What a budget office can see when the table has rows, as a phrase: what an extract would unlock is told by the
   * nearest of these on the way from its rows to the pages.
   */
  answers: sentence.optional(),
});

const checkHeader = z.strictObject({
  /** The quality rule that it enforces, if there is one. */
  rule: z
    .string()
    .regex(/^[FKLSO]\d\d$/, 'expected a rule such as L02')
    .optional(),
  /** What is wrong when the check returns rows, as a sentence. */
  title: sentence,
  /** `block` stops the publish, `warn` is reported. */
  severity: z.enum(['block', 'warn']),
  /** What a person can do about it, as a sentence. */
  fix: sentence,
  /** Whether a person may accept what a check that blocks has found; never where a promise to readers would break. */
  acceptable: z.boolean().default(true),
  ...shared,
});

/** All that is said of a quality rule stands in its list; its select says only what it looks at, and why so. */
const ruleHeader = z.strictObject({
  /** What one row is, such as "salaries and benefits of one fund in a fiscal year". */
  row: sentence,
  description: sentence,
});

export type RuleHeader = z.infer<typeof ruleHeader>;
export type TableHeader = z.infer<typeof tableHeader>;
export type CheckHeader = z.infer<typeof checkHeader>;
export type Partition = TableHeader['partition'];

/** A model's text in two parts: the YAML of its first comment, and the one select below it. */
export function splitModelText(text: string, file: string): { header: unknown; sql: string } {
  const match = /^\s*\/\*([\s\S]*?)\*\/([\s\S]+)$/.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) {
    throw new Problem({
      code: 'model_header_missing',
      what: 'The file does not begin with a header comment followed by a select.',
      fix: 'Begin it with /* row, key, partition, audience, description */.',
      where: { file, line: 1 },
    });
  }
  return { header: parseYaml(match[1], file), sql: match[2].trim() };
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (cause) {
    throw new Problem({
      code: 'model_header_invalid',
      what: 'The header comment is not valid YAML.',
      fix: 'See "Writing a model" in sql/README.md; a text with a colon in it stands in quotation marks.',
      where: { file, line: 1 },
      cause,
    });
  }
}

/** The header of a table, checked. */
export function parseTableHeader(header: unknown, file: string): TableHeader {
  return parseHeader(tableHeader, header, file);
}

/** The header of a check, checked. */
export function parseCheckHeader(header: unknown, file: string): CheckHeader {
  return parseHeader(checkHeader, header, file);
}

/** The header of a rule's select, checked. */
export function parseRuleHeader(header: unknown, file: string): RuleHeader {
  return parseHeader(ruleHeader, header, file);
}

function parseHeader<T>(schema: z.ZodType<T>, header: unknown, file: string): T {
  const result = schema.safeParse(header);
  if (result.success) return result.data;
  const first = result.error.issues[0];
  throw new Problem({
    code: 'model_header_invalid',
    what: `The header comment is not valid: ${first?.path.join('.') ?? ''} ${first?.message ?? ''}.`,
    fix: 'See "Writing a model" in sql/README.md.',
    where: { file, line: 1 },
  });
}
