import type { Contract } from '../contract/contract.ts';
import { columnsToMap } from '../contract/contract.ts';
import { type Column, isRequired } from '../contract/kind.ts';
import { type Segment, SEGMENTS, segmentColumn } from '../contract/segments.ts';
import type { ColumnMappingInput } from '../config/column-mapping.ts';
import type { Path } from '../config/yaml-lines.ts';
import { askFor, askForOne, likely, wonderAbout } from './ask-column.ts';
import type { Candidate } from './candidates.ts';
import type { Family } from './families.ts';
import { type ColumnProfile, usualValues } from './file-profile.ts';
import { type ColumnMatch, SURE } from './match-columns.ts';
import { constantFor } from './propose-constants.ts';
import { mapWords } from './propose-words.ts';
import { rounding } from './propose-rounding.ts';
import type { Questions } from './questions.ts';
import { monthShape, numberShape, plainNumber, yearShape } from './shape.ts';
import { normalName } from './words.ts';

/** Below this, a column that nothing needs is not worth a person's time. */
const WORTH_WONDERING = 0.6;

/** What a source is proposed from. */
export interface Proposing {
  readonly contract: Contract;
  readonly candidate: Candidate;
  readonly family: Family;
  readonly chart: readonly Segment[];
  readonly questions: Questions;
  /** Where the source stands in district.yaml. */
  readonly path: Path;
}

/** The mappings of a source: what is sure as it is, what is not as a question. */
export function proposeColumns(proposing: Proposing): Readonly<Record<string, ColumnMappingInput>> {
  const { contract, chart } = proposing;
  const needed = columnsToMap(contract, chart);
  const groups = contract.requireOneOf ?? [];
  const columns: Record<string, ColumnMappingInput> = {};
  for (const [name, column] of Object.entries(contract.columns)) {
    const mapping = mapColumn(name, column, needed.includes(name), proposing);
    if (mapping !== undefined)
      columns[name] = { ...mapping, ...rounding(column, mapping, proposing) };
  }
  for (const group of groups) {
    const [first] = group;
    if (first === undefined || group.some((name) => name in columns)) continue;
    Object.assign(columns, askForOne(first, group, columns, proposing));
  }
  return columns;
}

function mapColumn(
  name: string,
  column: Column,
  needed: boolean,
  proposing: Proposing,
): ColumnMappingInput | undefined {
  const { candidate } = proposing;
  const { wide, debitCredit, matches } = candidate;
  if (wide?.label === name) return { from: name };
  if (wide?.cell === name)
    return { from: wide.cell, ...(wide.percent ? { scale: 'percent' as const } : {}) };
  if (debitCredit && name === 'amount') return debitCredit;
  const match = matches.find((one) => one.column === name);
  if (match && match.score >= SURE) return fromMatch(name, column, match, proposing);
  const part = partFor(name, candidate);
  if (part) return part;
  if (name === 'account_string' && candidate.account) return { from: candidate.account.column };
  if (match && match.score >= 0.5 && (needed || isYear(name))) {
    const others = [match.from, ...match.others];
    return { from: askFor(name, column, others, proposing) };
  }
  const constant = constantFor(name, proposing);
  if (constant !== undefined && (needed || isRequired(column))) return constant;
  if (needed && !inGroup(name, proposing.contract)) {
    return { from: askFor(name, column, likely(name, match, proposing), proposing) };
  }
  // Of columns of which one is enough, the first is asked for when none is found.
  if (proposing.contract.requireOneOf?.some(([first]) => first === name)) return undefined;
  if (match && match.score >= WORTH_WONDERING) wonderAbout(name, column, match, proposing);
  return undefined;
}

const isYear = (name: string): boolean => name === 'fiscal_year' || name === 'school_year';

function inGroup(name: string, { requireOneOf = [] }: Contract): boolean {
  return requireOneOf.some((group) => group.includes(name));
}

function partFor(name: string, { account, parts }: Candidate): ColumnMappingInput | undefined {
  const part = parts.find(({ segment }) => segmentColumn(segment) === name);
  if (account === undefined || part === undefined) return undefined;
  return { from: account.column, split: { separator: account.separator, index: part.index } };
}

function profileOf({ profile }: Family, name: string): ColumnProfile | undefined {
  return profile.columns.find((column) => column.name === name);
}

function fromMatch(
  name: string,
  column: Column,
  match: ColumnMatch,
  proposing: Proposing,
): ColumnMappingInput {
  const { family, questions, path } = proposing;
  const { from } = match;
  const profile = profileOf(family, from);
  const values = profile === undefined ? [] : usualValues(profile);
  if (isYear(name)) {
    const way = yearWay(values, family);
    return way === undefined ? { from } : { from, year: way };
  }
  if ((column.kind.kind === 'enumeration' || name === 'measure') && profile) {
    const at = [...path, 'columns', name];
    const asking = {
      ask: (text: string, candidates: readonly string[]) => questions.ask(at, text, candidates),
      wonder: (text: string, candidates: readonly string[]) =>
        questions.wonder(at, text, candidates),
    };
    return { from, ...mapWords(name, column, profile, asking) };
  }
  if (name === 'fiscal_period' && monthShape(values)) return { from, period: 'month' };
  if (name === 'share' && (numberShape(values)?.largest ?? 0) > 1)
    return { from, scale: 'percent' };
  if (name === 'value' && isShare(from, values)) return { from, scale: 'share' };
  return { from };
}

/** A column of percents that are written as shares of one, but for a few that are wrong. */
function isShare(name: string, values: readonly string[]): boolean {
  if (!/\b(?:percent|rate|share|proportion)\b/.test(normalName(name))) return false;
  const shape = numberShape(values);
  const ofOne = values.filter((value) => Number(plainNumber(value) ?? 2) <= 1).length;
  return shape?.decimals === true && ofOne >= 0.95 * values.length;
}

/** `start` when the rows say the year before the one in which the name's range ends. */
function yearWay(values: readonly string[], family: Family): 'range' | 'start' | undefined {
  if (yearShape(values) === 'range') return 'range';
  const rows = values.map(Number);
  const ended = family.years.map((year) => year - 1);
  const started = rows.length > 0 && rows.every((year) => ended.includes(year));
  return family.yearSure && started && !rows.some((year) => family.years.includes(year))
    ? 'start'
    : undefined;
}

/** The segments that a ledger of the folder has, by what was recognized. */
export function segmentsOf({ matches, parts, wide }: Candidate): readonly Segment[] {
  return SEGMENTS.filter(
    (segment) =>
      parts.some((part) => part.segment === segment) ||
      wide?.label === segmentColumn(segment) ||
      matches.some(({ column, score }) => column === segmentColumn(segment) && score >= SURE),
  );
}
