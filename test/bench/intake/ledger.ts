import { Engine, quote } from '../../../pipelines/runtime/duckdb.ts';

/** How many lines of a damaged ledger are damaged, of each kind: one in so many. */
const ONE_IN = { badPeriod: 1000, badDate: 1000, badCode: 1000, repeated: 3000 };

/**
 * Writes a ledger as a finance system exports it: 16 columns, some 105 bytes a line, amounts with thousands
 * separators, dollar signs and parentheses. A damaged one has lines that must be set aside: 0.3 % with a wrong cell,
 * and lines that repeat the journal and number of the one before. The same rows for the same number of lines.
 */
export async function writeLedger(file: string, lines: number, damaged: boolean): Promise<void> {
  const engine = await Engine.open({ threads: 2 });
  try {
    await engine.run(`copy (${ledgerSql(lines, damaged)}) to ${quote(file)} (header true)`);
  } finally {
    engine.close();
  }
}

/** A number below `size` that a line draws; each column draws with a salt of its own. */
function draw(salt: number, size: number): string {
  return `(hash(i, ${salt}) % ${size})`;
}

function digits(number: string, width: number): string {
  return `lpad((${number})::varchar, ${width}, '0')`;
}

function ledgerSql(lines: number, damaged: boolean): string {
  const spoilt = (salt: number, oneIn: number, bad: string, good: string): string =>
    damaged ? `case when ${draw(salt, oneIn)} = 0 then ${bad} else ${good} end` : good;
  const repeated = damaged ? `i % 4 = 3 and ${draw(20, ONE_IN.repeated / 4)} = 0` : 'false';
  const cents = digits(draw(12, 100), 2);
  return `select
      2024 as "Year",
      ${spoilt(21, ONE_IN.badPeriod, `'99'`, '(1 + i % 12)::varchar')} as "Period",
      ${spoilt(22, ONE_IN.badDate, `'2023-13-45'`, `strftime(date '2023-07-01' + ${draw(1, 365)}::integer, '%Y-%m-%d')`)} as "Posted",
      'J' || ${digits('i // 4', 8)} as "Journal",
      1 + i % 4 - (case when ${repeated} then 1 else 0 end) as "Line",
      'actual' as "Type",
      ${digits(draw(2, 20), 3)} as "Fund",
      ${spoilt(23, ONE_IN.badCode, `'1.2E+05'`, digits(`${draw(3, 90)} * 100`, 4))} as "Function",
      ${digits(draw(4, 150), 4)} as "Object",
      ${digits(draw(5, 40), 3)} as "Program",
      ${digits(draw(6, 300), 5)} as "Project",
      ${digits(draw(7, 80), 3)} as "Job",
      ${digits(draw(8, 150), 3)} as "Site",
      case ${draw(9, 20)}
        when 0 then '(' || (1 + ${draw(10, 900)}) || '.' || ${cents} || ')'
        when 1 then '$' || (1 + ${draw(10, 90)}) || '.00'
        when 2 then (1 + ${draw(10, 9)}) || ',' || ${digits(draw(13, 1000), 3)} || '.' || ${cents}
        else ${draw(10, 10_000)} || '.' || ${cents}
      end as "Amount",
      'Memo of line ' || ${draw(14, 50_000)} as "Memo",
      'Vendor ' || ${draw(15, 3000)} as "Vendor"
    from range(${lines}) as lines(i)`;
}
