/** What each ledger line is coded for, in this order: a rule may use the codes of earlier dimensions. */
export const DIMENSIONS = [
  'scope',
  'function',
  'object',
  'purpose',
  'priority',
  'control',
  'level',
  'attribution',
] as const;

export type Dimension = (typeof DIMENSIONS)[number];

/** The columns of a ledger line that a rule may test. */
const RULE_LINE_COLUMNS = [
  'fund_code',
  'function_code',
  'object_code',
  'program_code',
  'project_code',
  'job_code',
  'site_id',
  'site_type',
  'amount_type',
  'fiscal_period',
  'account_string',
  'description',
  'vendor_name',
] as const;

export type LineColumn = (typeof RULE_LINE_COLUMNS)[number];

/** A dimension whose code later rules may test. */
type CodedColumn = Exclude<Dimension, 'scope' | 'attribution'>;
export type RuleColumn = LineColumn | CodedColumn;

/**
 * Columns that nearly every line has another value of. They are coded by class: values that pass the same rules are one,
 * so that a ledger of millions of lines has thousands of accounts to code.
 */
export const CLASSED_COLUMNS = [
  'fiscal_period',
  'account_string',
  'description',
  'vendor_name',
] as const satisfies readonly LineColumn[];

export function isClassed(column: RuleColumn): boolean {
  return CLASSED_COLUMNS.some((classed) => classed === column);
}

/** Free text, in which `~words` finds a part whatever its case. */
export const TEXT_COLUMNS: readonly RuleColumn[] = ['description', 'vendor_name'];

/** The columns that rules of a dimension may test. */
export function columnsFor(dimension: Dimension): RuleColumn[] {
  const earlier = DIMENSIONS.slice(0, DIMENSIONS.indexOf(dimension));
  return [...RULE_LINE_COLUMNS, ...earlier.filter(isCodedColumn)];
}

export function isCodedColumn(column: string): column is CodedColumn {
  return DIMENSIONS.includes(column as Dimension) && column !== 'scope' && column !== 'attribution';
}

/** The codes of dimensions that are the same in every district. */
export const FIXED_CODES: Partial<Record<Dimension, readonly string[]>> = {
  control: ['school', 'formula', 'central', 'contract_or_law', 'grantor', 'not_known'],
  level: ['school', 'school_support', 'central'],
  attribution: ['recorded', 'salary', 'assignment', 'project_sites', 'students', 'none'],
};

/** The purpose of dollars that no rule assigns; it stands in every list of purposes. */
export const NOT_YET_ASSIGNED = 'not_yet_assigned';
