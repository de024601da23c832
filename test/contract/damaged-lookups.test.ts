import { describe, expect, test } from 'vitest';
import { given, problemOf } from '../support/staging-situations.ts';

const LOOKUP = 'lookups: { items: { file: coding/items.csv, key: theirs, value: ours } }\n';

/** A ledger whose item is read with this mapping. */
const ledger = (item: string): string => `  - id: ledger
    extract: gl_balances
    file: 'GL_FY{fiscal_year}.csv'
    columns:
      fiscal_year: { from: year }
      amount_type: { const: actual }
      fund_code: { from: fund }
      object_code: ${item}
      amount: { from: amount }
`;
const sent = (...items: readonly string[]): string =>
  `year,fund,item,amount\n${items.map((item) => `2024,100,${item},5.00\n`).join('')}`;

interface Situation {
  readonly item: string;
  readonly cells: readonly string[];
  readonly lookup?: string | Buffer;
}

/** The items that were loaded, and the rules and columns of the rows that were set aside. */
async function staged({ item, cells, lookup }: Situation) {
  const district = await given(ledger(item) + (lookup === undefined ? '' : LOOKUP), {
    'GL_FY2024.csv': sent(...cells),
    ...(lookup === undefined ? {} : { 'coding/items.csv': lookup }),
  });
  const file = await district.stage('ledger');
  const rows = await file.rows('staging.gl_balances');
  const aside = await file.rows('staging.quarantined_rows');
  return {
    items: rows.map((row) => row['object_code']),
    aside: aside.map((row) => [row['rule_id'], Number(row['line']), row['column_name']]),
  };
}

const LOOK = '{ from: item, lookup: items }';
const OR_OTHER = "{ from: item, lookup: items, otherwise: '999' }";

describe('a code that a spreadsheet has changed, and a lookup or map', () => {
  test('that names it as it stands has it read', async () => {
    const lookup = 'theirs,ours\n11-Jun,611\n6-12,612\n';
    expect(await staged({ item: LOOK, cells: ['11-Jun', '6-12'], lookup })).toEqual({
      items: ['611', '612'],
      aside: [],
    });
    const map =
      "{ from: item, pad_left: { width: 4, with: '0' }, map: { 11-Jun: '611', '0612': '612' } }";
    expect(await staged({ item: map, cells: ['11-Jun', '612'] })).toEqual({
      items: ['611', '612'],
      aside: [],
    });
  });

  test('that does not know it does not take it for another one', async () => {
    const lookup = 'theirs,ours\n6-11,611\n';
    const cells = ['6-11', '11-Jun', '1.23E+11', '#REF!'];
    for (const item of [LOOK, OR_OTHER, "{ from: item, map: { 6-11: '611' }, otherwise: '999' }"]) {
      const { items, aside } = await staged({ item, cells, lookup });
      expect(items).toEqual(['611']);
      expect(aside).toEqual([
        ['F11', 3, 'item'],
        ['F10', 4, 'item'],
        ['F14', 5, 'item'],
      ]);
    }
  });

  test('whose leading zeros are lost, there or here, is no unknown word', async () => {
    const there = { cells: ['0611', '612'], lookup: 'theirs,ours\n611,A\n612,B\n' };
    const here = { cells: ['611', '0612'], lookup: 'theirs,ours\n0611,A\n0612,B\n' };
    for (const item of [LOOK, OR_OTHER]) {
      expect(await staged({ item, ...there })).toEqual({
        items: ['B'],
        aside: [['F10', 2, 'item']],
      });
      expect(await staged({ item, ...here })).toEqual({
        items: ['B'],
        aside: [['F10', 2, 'item']],
      });
    }
    const map = "{ from: item, map: { '0611': A }, otherwise: X }";
    expect(await staged({ item: map, cells: ['611', '0611', '7'] })).toEqual({
      items: ['A', 'X'],
      aside: [['F10', 2, 'item']],
    });
  });

  test('an unknown word is otherwise, or set aside', async () => {
    const lookup = 'theirs,ours\n611,A\n';
    const cells = ['611', '700'];
    expect((await staged({ item: OR_OTHER, cells, lookup })).items).toEqual(['A', '999']);
    expect((await staged({ item: LOOK, cells, lookup })).aside).toEqual([['K03', 3, 'item']]);
  });

  test('is no code when it is filled up from the left', async () => {
    const item = "{ from: item, pad_left: { width: 12, with: '0' } }";
    const cells = ['7', 'NULL', 'N/A', '6/11', 'Jan-10', '1.23E+05'];
    const { items, aside } = await staged({ item, cells });
    expect(items).toEqual(['000000000007']);
    expect(aside.map(([rule]) => rule)).toEqual(['F14', 'F14', 'F11', 'F11', 'F10']);
  });
});

describe('a lookup that was saved in a spreadsheet is refused by line and column', () => {
  const where = (line: number, column: string) => ({ file: 'coding/items.csv', line, column });

  test('where a value has become a day or a power of ten', async () => {
    const lookup = 'theirs,ours\n\nA,611\nB,11-Jun\n';
    const problem = await problemOf(staged({ item: LOOK, cells: ['A'], lookup }));
    expect(problem).toMatchObject({ rule: 'F11', where: where(4, 'ours') });
  });

  test('where a key has, and whatever it lacks is taken for something else', async () => {
    const lookup = 'theirs,ours\n4.12E+08,A\n';
    const problem = await problemOf(staged({ item: OR_OTHER, cells: ['A'], lookup }));
    expect(problem).toMatchObject({ rule: 'F10', where: where(2, 'theirs') });
  });

  test('where it is not in UTF-8', async () => {
    const lookup = Buffer.from('theirs,ours\nA,1\nGüter,611\n', 'latin1');
    const problem = await problemOf(staged({ item: LOOK, cells: ['A'], lookup }));
    expect(problem).toMatchObject({ rule: 'F02', where: { file: 'coding/items.csv', line: 3 } });
    const wide = Buffer.from('\ufefftheirs,ours\nA,1\n', 'utf16le');
    const other = await problemOf(staged({ item: LOOK, cells: ['A'], lookup: wide }));
    expect(other).toMatchObject({ rule: 'F03', where: { file: 'coding/items.csv', line: 1 } });
  });

  test('where a quotation mark is not closed', async () => {
    const problem = await problemOf(
      staged({ item: LOOK, cells: ['A'], lookup: 'theirs,ours\n"A,1\n' }),
    );
    expect(problem).toMatchObject({ rule: 'F06', where: { file: 'coding/items.csv' } });
  });
});
