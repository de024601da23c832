import { join } from 'node:path';
import { Engine, type RelationFiles, type Row, textOf, textOrNull } from '../runtime/duckdb.ts';
import { namesIn } from '../runtime/files.ts';
import { readRuleResults, type RuleResult } from './rule-results.ts';

/** Something that waits for a person: a code without a purpose, rows set aside. */
export interface Need {
  readonly topic: string;
  readonly label: string;
  readonly fiscalYear: number | null;
  readonly rows: string | null;
  /** Dollars, as an exact decimal; null where they do not apply. */
  readonly amount: string | null;
  readonly note: string | null;
}

/** What a person is told when a map has been made; every figure is of the published tables. */
export interface Summary {
  readonly name: string;
  readonly invented: boolean;
  readonly amountWord: string;
  readonly firstYear: number;
  readonly latestYear: number;
  /** The year that is in progress, when a whole one is told of beside it. */
  readonly progressYear: number | null;
  /** "the trial balance", "the district's own totals", or "the file's own totals". */
  readonly tiesTo: string;
  /** Dollars of the map's own kind over all years; `difference` is of all kinds what is accounted for nowhere. */
  readonly read: string;
  readonly assigned: string;
  readonly notYetAssigned: string;
  readonly excluded: string;
  readonly quarantined: string;
  readonly dropped: string;
  readonly difference: string;
  readonly needsYou: readonly Need[];
  readonly rules: readonly RuleResult[];
}

/** The topics of `release.quality` that ask something of a person, the most pressing first. */
const pressing: readonly string[] = [
  'new codes',
  'late files',
  'quarantined',
  'unlisted units',
  'hidden results',
  'not compared',
];

/** Reads the summary from an edition's package. */
export async function summarize(editionFolder: string): Promise<Summary> {
  return await withTables(await tablesOf(join(editionFolder, 'package')), readSummary);
}

/** Reads from the `release` tables of an edition or a run, in an engine of their own. */
export async function withTables<T>(
  tables: readonly RelationFiles[],
  read: (engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await Engine.open({ threads: 1 });
  try {
    await engine.view(tables);
    return await read(engine);
  } finally {
    engine.close();
  }
}

/** The summary of the `release` tables that an engine sees. */
export async function readSummary(engine: Engine): Promise<Summary> {
  const [about = {}] = await engine.rows('select * from release.about');
  const [totals = {}] = await engine.rows(`
    select
        coalesce(sum(read_amount) filter (where own), 0)::decimal(18,2) as read_amount,
        coalesce(sum(assigned_amount) filter (where own), 0)::decimal(18,2) as assigned_amount,
        coalesce(sum(not_yet_assigned_amount) filter (where own), 0)::decimal(18,2) as not_yet_assigned_amount,
        coalesce(sum(excluded_amount) filter (where own), 0)::decimal(18,2) as excluded_amount,
        coalesce(sum(quarantined_amount) filter (where own), 0)::decimal(18,2) as quarantined_amount,
        coalesce(sum(dropped_amount) filter (where own), 0)::decimal(18,2) as dropped_amount,
        sum(abs(difference_amount) + abs(coalesce(control_difference_amount, 0)))::decimal(18,2)
            as difference_amount
    from (
        select *, amount_type in (select amount_type from release.about) or amount_type = 'not known' as own
        from release.reconciliation
    ) as amounts`);
  const needs = await engine.rows('select * from release.quality order by position, label');
  return {
    name: text(about, 'district_name'),
    invented: about['invented'] === true,
    amountWord: text(about, 'amount_word'),
    firstYear: Number(about['first_fiscal_year']),
    latestYear: Number(about['latest_fiscal_year']),
    progressYear: progressYear(about),
    tiesTo: text(about, 'ties_to'),
    read: text(totals, 'read_amount'),
    assigned: text(totals, 'assigned_amount'),
    notYetAssigned: text(totals, 'not_yet_assigned_amount'),
    excluded: text(totals, 'excluded_amount'),
    quarantined: text(totals, 'quarantined_amount'),
    dropped: text(totals, 'dropped_amount'),
    difference: text(totals, 'difference_amount'),
    needsYou: needs
      .filter((row) => pressing.includes(text(row, 'topic')) && row['rows'] !== '0')
      .map(readNeed)
      .sort((a, b) => pressing.indexOf(a.topic) - pressing.indexOf(b.topic)),
    rules: await readRuleResults(engine),
  };
}

/** A package file has its release table's name. */
async function tablesOf(folder: string): Promise<RelationFiles[]> {
  const files = (await namesIn(folder)).filter((name) => name.endsWith('.parquet'));
  return files.map((name) => ({
    relation: `release.${name.slice(0, -'.parquet'.length)}`,
    files: [join(folder, name)],
  }));
}

/** Where no year is whole, the year in progress is the one that is told of. */
function progressYear(about: Row): number | null {
  const year = about['progress_fiscal_year'] ?? null;
  return year === null || about['year_to_date'] === true ? null : Number(year);
}

function readNeed(row: Row): Need {
  return {
    topic: text(row, 'topic'),
    label: text(row, 'label'),
    fiscalYear: row['fiscal_year'] === null ? null : Number(row['fiscal_year']),
    rows: textOrNull(row['rows']),
    amount: textOrNull(row['amount']),
    note: textOrNull(row['note']),
  };
}

function text(row: Row, column: string): string {
  return textOf(row[column]);
}
