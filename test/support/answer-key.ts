import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, quote } from '../../pipelines/runtime/duckdb.ts';
import { runCommand } from './command.ts';
import { currentEdition, sha256 } from './edition.ts';
import { openMapDatabase } from './map-database.ts';

/** What an answer key is laid beside: the folder of the key, and the ledger files as they were sent. */
interface AnswerKeyFolders {
  readonly key: string;
  readonly ledgers: string;
}

/**
 * Makes `judged` in an engine that holds an edition's database: each line of the key beside the rows that the product
 * coded it to. The two are joined by where a line stands in which bytes, which neither took from the other.
 */
async function judgeLines(engine: Engine, folders: AnswerKeyFolders): Promise<void> {
  const files = readdirSync(folders.ledgers)
    .filter((name) => name.startsWith('GL_'))
    .map((name) => {
      const key = sha256(readFileSync(join(folders.ledgers, name))).slice(0, 16);
      return `(${quote(name)}, ${quote(key)})`;
    });
  await engine.run(`create table judged as
    with truth as (
        select
            file, record_no::bigint as record_no, fiscal_year::integer as fiscal_year, amount::decimal(18,2) as amount,
            kind, purpose_id, control, coalesce(basis, '') as basis, coalesce(driver, '') as driver, site_id,
            decidable = 'yes' as decidable, mistyped = 'yes' as mistyped,
        from read_csv(${quote(join(folders.key, 'ledger_lines.csv'))}, header = true, all_varchar = true)
    ),
    files(file, source_file_key) as (values ${files.join(', ')}),
    coded as (
        select
            source_file_key, record_no, count(*) as parts, sum(amount)::decimal(18,2) as amount,
            min(status) as status, min(exclusion_id) as exclusion_id, min(purpose_id) as purpose_id,
            min(control) as control, min(attribution) as attribution, min(driver_key) as driver_key,
            min(site_id) as site_id, bool_or(is_default) as is_default,
        from map.core.coded_lines
        where amount_type = 'actual'
        group by source_file_key, record_no
    )
    select
        truth.*, coded.parts, coded.amount as coded_amount, coded.status, coded.exclusion_id,
        coded.purpose_id as coded_purpose, coded.control as coded_control, coded.attribution,
        coded.driver_key, coded.site_id as coded_site, coded.is_default,
    from truth
    inner join files using (file)
    full join coded using (source_file_key, record_no)`);
}

/** Generates a district with its key, maps it, and opens the map with the lines judged. */
export async function mapInvented(folder: string, options: readonly string[]): Promise<Engine> {
  const district = await inventWithKey(folder, options);
  const home = join(folder, 'home');
  const refreshed = await runCommand(['refresh', district, '--home', home, '--no-site']);
  if (refreshed.code !== 0) throw new Error(refreshed.output);
  return await openJudged(currentEdition(home, 'district').folder, folder);
}

/** Generates a district into `folder`, its key beside it; returns the district's folder. */
export async function inventWithKey(folder: string, options: readonly string[]): Promise<string> {
  const district = join(folder, 'district');
  const key = join(folder, 'key');
  const generated = await runCommand(['generate', district, '--answer-key', key, ...options]);
  if (generated.code !== 0) throw new Error(generated.output);
  return district;
}

/** Opens an edition's database with its lines judged by what `inventWithKey` wrote into `folder`. */
export async function openJudged(editionFolder: string, folder: string): Promise<Engine> {
  const engine = await openMapDatabase(editionFolder);
  await judgeLines(engine, {
    key: join(folder, 'key'),
    ledgers: join(folder, 'district/extracts/ledger'),
  });
  return engine;
}
