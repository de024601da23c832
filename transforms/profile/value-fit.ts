import { isRequired, type Column } from '../contract/kind.ts';
import { type ColumnProfile, usualValues } from './file-profile.ts';
import { type Knowledge, overlap } from './knowledge.ts';
import { wordFor } from './names/values.ts';
import { dateFormat, monthShape, numberShape, plainNumber, yearShape } from './shape.ts';

/** How well the values of a sender's column can be those of an extract's column. */
export interface Fit {
  /** From 0, impossible, to 1. */
  readonly score: number;
  /** The values say it by themselves, whatever the column is called. */
  readonly telling: boolean;
  readonly evidence: string;
}

const possible = (score: number, evidence = ''): Fit => ({ score, telling: false, evidence });
const telling = (score: number, evidence: string): Fit => ({
  score,
  telling: score >= 0.95,
  evidence,
});

/** The list of codes by which the values of a column are recognized. */
function listOf(name: string, column: Column): string | undefined {
  if (name === 'site_id' || column.target?.extract === 'organizations') return 'site';
  if (column.segment !== undefined) return column.segment;
  if (name === 'job_code') return 'job';
  return name === 'earn_code' ? 'earn_code' : undefined;
}

/** Judges the values of a sender's column for one column of an extract. */
export function valueFit(
  name: string,
  column: Column,
  profile: ColumnProfile,
  knowledge: Knowledge,
): Fit {
  const values = usualValues(profile);
  if (values.length === 0) return possible(isRequired(column) ? 0.2 : 0.6, 'has no values');
  if (name === 'aln') return listingFit(values);
  if (name === 'fiscal_year' || name === 'school_year') {
    return yearShape(values) === undefined ? possible(0) : telling(1, 'its values are years');
  }
  if (name === 'fiscal_period' && monthShape(values)) return possible(1, 'its values are months');
  if (name === 'account_string' && !values.some((value) => value.length >= 8)) return possible(0);
  switch (column.kind.kind) {
    case 'date':
      return dateFormat(values) === undefined ? possible(0) : telling(1, 'its values are days');
    case 'money':
      return moneyFit(values);
    case 'decimal':
      return possible(numberShape(values) === undefined ? 0 : 1, 'its values are numbers');
    case 'integer':
      return possible(integerShare(column, values) >= 0.9 ? 1 : 0, 'its values are whole numbers');
    case 'enumeration':
      return wordsFit(name, column, values);
    case 'boolean':
      return possible(values.every((value) => column.kind.zod.safeParse(value).success) ? 1 : 0);
    case 'text':
      return possible(textFit(values));
    case 'code':
    case 'reference':
      return codeFit(listOf(name, column), profile, knowledge);
  }
}

/** Numbers of the federal list of grants, such as 84.010, are written as no other code is. */
function listingFit(values: readonly string[]): Fit {
  const like = values.filter((value) => /^\d\d\.\d{3}[A-Z]?$/.test(value)).length;
  return telling(like / values.length, 'its values are assistance listing numbers');
}

function moneyFit(values: readonly string[]): Fit {
  const shape = numberShape(values);
  if (shape === undefined || yearShape(values) !== undefined) return possible(0);
  const dollars = shape.decimals || shape.thousands || shape.currency || shape.largest > 9999;
  return possible(dollars ? 1 : 0.6, 'its values are amounts');
}

function integerShare(column: Column, values: readonly string[]): number {
  const good = values.filter((value) => {
    const plain = plainNumber(value);
    return plain !== undefined && column.kind.zod.safeParse(plain.replace(/\.0+$/, '')).success;
  });
  return good.length / values.length;
}

function wordsFit(name: string, column: Column, values: readonly string[]): Fit {
  const ours = (value: string): string | undefined =>
    column.kind.zod.safeParse(value).success ? value : wordFor(name, value);
  const known = values.filter((value) => ours(value) !== undefined);
  const share = known.length / values.length;
  const different = new Set(known.map(ours)).size;
  if (different < 2) return possible(share >= 0.5 ? 0.7 : 0);
  const words = `knows ${known.length} of its ${values.length} words`;
  // Lists of groups of students have many that a map does not compare, and all students among them.
  if (name === 'student_group' && known.some((value) => ours(value) === 'all'))
    return possible(Math.max(share, 0.7), words);
  return values.every((value) => value.length <= 2)
    ? possible(share, words)
    : telling(share, words);
}

function textFit(values: readonly string[]): number {
  const lettered = values.filter((value) => /[A-Za-z]/.test(value)).length / values.length;
  return dateFormat(values) !== undefined ? 0.1 : 0.3 + 0.7 * lettered;
}

function codeFit(list: string | undefined, profile: ColumnProfile, knowledge: Knowledge): Fit {
  const values = usualValues(profile);
  const shape = numberShape(values);
  if (shape?.decimals === true || shape?.currency === true || shape?.thousands === true)
    return possible(0.1);
  if (dateFormat(values) !== undefined && !values.every((value) => /^\d+$/.test(value)))
    return possible(0.1);
  const long = values.filter((value) => value.length > 40).length / values.length;
  if (long > 0.2) return possible(0.2);
  const worded = values.filter((value) => /[A-Za-z]{3}.*\s\S*[A-Za-z]{3}/.test(value)).length;
  if (worded > 0.5 * values.length) return possible(0.3, 'its values are names');
  const share = list === undefined ? undefined : overlap(knowledge, list, values);
  if (share === undefined) return possible(0.8);
  const evidence = `${Math.round(share * 100)} % of its values are in the list of ${list === 'site' ? 'sites' : `${list} codes`}`;
  // Another numbering of the same thing is no reason against a name.
  if (share < 0.5) return possible(0.4, evidence);
  return values.length >= 3 ? telling(share, evidence) : possible(share, evidence);
}
