import { emptySql } from '../../transforms/contract/staged-relation.ts';
import { TIERS } from '../../transforms/extracts/extract.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { quote } from '../runtime/duckdb.ts';
import { lateSources } from '../runtime/late-sources.ts';
import type { MakeContext } from './make.ts';

/** Every extract that a district may send, and whether this one does. */
export function extractsSql({ sourceFiles }: MakeContext): string {
  const sent = new Set(sourceFiles.map(({ extract }) => extract));
  const rows = [...EXTRACTS.values()].map(({ name, title, tier, insteadOf = [] }, i) => {
    const others = insteadOf.filter((other) => sent.has(other)).map(quote);
    return `(${quote(name)}, ${quote(title)}, ${quote(tier)}, ${quote(TIERS[tier])}, ${i + 1}, ${sent.has(name)}, [${others.join(', ')}]::varchar[])`;
  });
  return `select * from (values ${rows.join(', ')})
    as extracts(extract, extract_title, tier, tier_name, position, sent, sent_instead)`;
}

/** What extracts let the district see. */
export function answersSql({ answers }: MakeContext): string {
  if (answers.length === 0) return emptySql(ANSWER_COLUMNS);
  const rows = answers.map(
    ({ extract, relation, answers: words }) =>
      `(${quote(extract)}, ${quote(relation)}, ${quote(words)})`,
  );
  return `select * from (values ${rows.join(', ')}) as answers(extract, relation, answers)`;
}

/** The sources whose newest file has not come. */
export function lateSourcesSql({ district, sourceFiles, fiscalYears }: MakeContext): string {
  const late = lateSources(district, sourceFiles, fiscalYears);
  if (late.length === 0) return emptySql(LATE_COLUMNS);
  const rows = late.map(
    ({ source, extract, title, latest_year: year }) =>
      `(${quote(source)}, ${quote(extract)}, ${quote(title)}, ${year ?? 'null'}::integer)`,
  );
  return `select * from (values ${rows.join(', ')})
    as late(source_id, extract, extract_title, latest_year)`;
}

const text = (name: string) => ({ name, sqlType: 'VARCHAR' });
const ANSWER_COLUMNS = [text('extract'), text('relation'), text('answers')];
const LATE_COLUMNS = [
  text('source_id'),
  text('extract'),
  text('extract_title'),
  { name: 'latest_year', sqlType: 'INTEGER' },
];
