import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import type { Prescan, SentFile } from '../../pipelines/runtime/formats/sent-file.ts';
import { locate, prescan } from '../../pipelines/runtime/prescan.ts';
import { fileFormat } from '../../transforms/config/format.ts';
import { Problem } from '../../transforms/problem.ts';
import { workbook } from '../support/workbook.ts';
import { zipFile } from '../support/zip-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'formats-'));
});
afterAll(() => rm(folder, { recursive: true }));

const signal = new AbortController().signal;

async function sent(content: string | Buffer, format: object, name = 'sent'): Promise<SentFile> {
  const path = join(folder, name);
  await writeFile(path, content);
  return { path, name, format: fileFormat.parse(format) };
}

/** The columns of a file, and each record as its number, what is odd about it, and its cells. */
async function read(
  content: string | Buffer,
  format: object,
  name?: string,
): Promise<Prescan & { readonly rows: readonly (readonly (string | null)[])[] }> {
  const copy = join(folder, 'copy');
  const facts = await prescan(await sent(content, format, name), copy, signal);
  const engine = await Engine.open();
  const rows = await engine.rows(
    `select * from read_csv('${copy}', header = false, all_varchar = true, delim = '${facts.delimiter}', quote = '"', escape = '"', auto_detect = false, columns = {${['no', 'odd', ...facts.columns].map((_, i) => `'c${i}': 'VARCHAR'`).join(', ')}})`,
  );
  engine.close();
  return { ...facts, rows: rows.map((row) => Object.values(row).map((cell) => cell as string)) };
}

async function originals(
  content: string | Buffer,
  format: object,
  recordNo: number,
  name?: string,
): Promise<string> {
  const target = join(folder, 'located');
  await locate(await sent(content, format, name), Float64Array.of(recordNo), target, signal);
  return await readFile(target, 'utf8');
}

async function refusal(content: string | Buffer, format: object, name?: string): Promise<Problem> {
  const error: unknown = await read(content, format, name).catch((reason: unknown) => reason);
  if (!(error instanceof Problem)) throw new Error('The file was not refused.');
  return error;
}

describe('a sheet of a workbook', () => {
  const book = workbook([
    { name: 'Notes', rows: [['read me']] },
    {
      name: 'FY15 & more',
      rows: [
        ['Initial allocations'],
        null,
        [null, 'Staff ', null, 'Total'],
        ['School Code', 'Teacher ', 'Aide', 'All\nstaff'],
        ['0202', 94626.125, { day: 45474 }, { formula: 'B5*2', result: 189252.25 }],
        null,
        ['0203', { written: '2643688.5600000001' }, { error: '#REF!' }, 0.0000001],
        [null, '', '   '],
        ['0204', 123456789012345, null, 'a\nb'],
      ],
    },
  ]);
  const format = { type: 'xlsx', sheet: 'FY15 & more', skip_lines: 2, header_rows: 2 };

  test('is read with its own row numbers, merged headings, dates as days and every digit', async () => {
    const { columns, headerLine, records, rows } = await read(book, format);
    expect(columns).toEqual(['School Code', 'Staff Teacher', 'Staff Aide', 'Total All staff']);
    expect([headerLine, records]).toEqual([4, 3]);
    expect(rows).toEqual([
      ['5', null, '0202', '94626.125', '2024-07-01', '189252.25'],
      ['7', null, '0203', '2643688.56', '#REF!', '0.0000001'],
      ['9', null, '0204', '123456789012345', null, 'a\nb'],
    ]);
  });

  test('gives back a row’s text and its row number', async () => {
    expect(await originals(book, format, 7)).toBe(
      '"7","7","0203\t2643688.56\t#REF!\t0.0000001","[""0203"",""2643688.56"",""#REF!"",""0.0000001""]"\n',
    );
  });

  test('is found by its number too, and is missed by name with the names that there are', async () => {
    expect((await read(book, { type: 'xlsx', header: false, columns: ['a'] })).rows).toEqual([
      ['1', null, 'read me'],
    ]);
    const problem = await refusal(book, { ...format, sheet: 'FY16' });
    expect(problem).toMatchObject({ code: 'sheet_missing', rule: 'F04' });
    expect(problem.what).toContain('“Notes”, “FY15 & more”');
  });

  test('a formula without its result is refused with its row, not read as an empty cell', async () => {
    const bare = workbook([{ name: 'A', rows: [['a'], [1], [{ formula: 'A2+1' }]] }]);
    const problem = await refusal(bare, { type: 'xlsx' });
    expect(problem).toMatchObject({ code: 'formula_without_result', rule: 'F01' });
    expect(problem.where).toEqual({ file: 'sent', line: 3 });
  });

  const bare = {
    name: 'A',
    rows: [
      ['a', 'b'],
      ['x', 1],
      ['y', 2],
      ['z', 3],
    ],
  };
  const spoiled = (change: (xml: string, part: string) => string): Buffer =>
    workbook([bare, { name: 'B', rows: [['a'], [1]] }], [], (xml, part) =>
      part.endsWith('sheet2.xml') ? xml : change(xml, part),
    );
  const merge = (xml: string): string =>
    xml.replace('</worksheet>', '<mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>');
  const hide = (xml: string): string =>
    xml.replace('<sheet name="A"', '<sheet state="hidden" name="A"');
  const inB3 = (cell: string) => (xml: string) => xml.replace('<c r="B3"><v>2</v></c>', cell);
  const neverCalculated = (xml: string): string =>
    inB3('<c r="B3"><f>1+1</f><v>0</v></c>')(xml).replace(
      '</workbook>',
      '<calcPr fullCalcOnLoad="1"/></workbook>',
    );

  test.each([
    [
      'a formula with room for a result',
      inB3('<c r="B3"><f>1+1</f><v></v></c>'),
      'formula_without_result',
      'F01',
      3,
    ],
    [
      'a formula with a closed result',
      inB3('<c r="B3"><f>1+1</f><v /></c>'),
      'formula_without_result',
      'F01',
      3,
    ],
    ['a zero that no program has worked out', neverCalculated, 'formula_without_result', 'F01', 3],
    [
      'rows that end in the middle',
      (xml: string) => xml.replace(/<row r="4".*/, ''),
      'workbook_unreadable',
      'F01',
      undefined,
    ],
    [
      'a text that is not in the list of texts',
      inB3('<c r="B3" t="s"><v>7</v></c>'),
      'workbook_unreadable',
      'F01',
      undefined,
    ],
    [
      'words of its own making',
      (xml: string) => `<!DOCTYPE x [<!ENTITY a "1">]>${xml}`,
      'workbook_unreadable',
      'F01',
      undefined,
    ],
    [
      'a row number twice',
      (xml: string) => xml.replace('<row r="4"', '<row r="3"'),
      'sheet_unreadable',
      'F01',
      3,
    ],
    ['cells of two rows merged', merge, 'merged_cells', 'F06', 3],
    ['a hidden sheet where a number asks for it', hide, 'sheet_hidden', 'F04', undefined],
  ])(
    '%s is refused: the cells would be read as empty, or as others',
    async (_, change, code, rule, line) => {
      const problem = await refusal(spoiled(change), { type: 'xlsx' });
      expect(problem).toMatchObject({ code, rule });
      expect(problem.where.line).toBe(line);
    },
  );

  test('a hidden sheet is read by its name, a merged title above the header does no harm', async () => {
    const title = spoiled((xml) => hide(merge(xml)));
    const format = { type: 'xlsx', sheet: 'A', skip_lines: 2 };
    expect((await read(title, format)).columns).toEqual(['y', '2']);
  });

  test('a formula that results in an empty text, a zero that was worked out, and a day of a strict workbook are read', async () => {
    const cells =
      '<c r="B3" t="str"><f>IF(1,"")</f><v></v></c><c r="C3"><f>1-1</f><v>0</v></c><c r="D3" t="d"><v>2024-06-30T00:00:00</v></c>';
    const columns = ['a', 'b', 'c', 'd'];
    const { rows } = await read(spoiled(inB3(cells)), { type: 'xlsx', header: false, columns });
    expect(rows[2]).toEqual(['3', null, 'y', null, '0', '2024-06-30']);
  });

  test('a cell far to the right of the header sets its row aside, with all its text', async () => {
    const far = spoiled(inB3('<c r="B3"><v>2</v></c><c r="XFD3"><v>5</v></c>'));
    const { rows, longestRecord } = await read(far, { type: 'xlsx' });
    expect(rows.map(([, oddity]) => oddity)).toEqual([null, 'fields', null]);
    expect(longestRecord).toBeGreaterThan(16_384);
  });

  test('a number too long for a spreadsheet to keep is no number', async () => {
    const long = workbook([{ name: 'A', rows: [['a'], [{ written: '12345678901234567' }]] }]);
    expect((await read(long, { type: 'xlsx' })).rows).toEqual([['2', null, '#NUM!']]);
  });

  test('a heading that comes again in the middle is told from the rows', async () => {
    const twice = workbook([{ name: 'A', rows: [['a', 'b'], ['1'], ['a', 'b'], ['2', '3', '4']] }]);
    expect((await read(twice, { type: 'xlsx' })).rows).toEqual([
      ['2', null, '1', null],
      ['3', 'header', 'a', 'b'],
      ['4', 'fields', '2', '3'],
    ]);
  });

  test.each([
    ['a workbook cut in half', book.subarray(0, book.length / 2), 'workbook_unreadable'],
    ['a file that is no workbook', 'a,b\n1,2\n', 'workbook_unreadable'],
    [
      'a part that would grow a thousandfold',
      workbook(
        [{ name: 'A', rows: [['a'], [1]] }],
        [{ name: 'xl/media.xml', content: Buffer.alloc(8_000_000) }],
      ),
      'file_bomb',
    ],
    [
      'a part that says it is small and is not',
      zipFile([{ name: 'xl/workbook.xml', content: Buffer.alloc(4_000_000), declared: 100 }]),
      'workbook_unreadable',
    ],
    [
      'more texts than fit into memory',
      workbook(
        [{ name: 'A', rows: [['a'], [1]] }],
        [{ name: 'xl/sharedStrings.xml', content: randomBytes(1_000_000), declared: 70_000_000 }],
      ),
      'file_bomb',
    ],
  ])('%s is refused', async (_, content, code) => {
    expect(await refusal(content, { type: 'xlsx' })).toMatchObject({ code, rule: 'F01' });
  });
});

describe('JSON', () => {
  const nested = `{"year": 2024, "schools": [
    {"code": "0101", "results": [
      {"test": "math", "score": 12345678901234567.10, "detail": {"n": 7}},
      {"test": "read", "score": null, "groups": ["a", {"b": 1}]}
    ], "name": "Oak \\u00e9"},
    {"code": "0102", "name": "Elm", "results": []},
    {"code": "0103", "name": "Ash", "results": [{"test": "math", "score": -1.50}]}
  ]}`;
  const format = { type: 'json', path: 'schools[].results[]' };

  test('is read by path, with the numbers as they were written and what stands around a record', async () => {
    const { columns, rows } = await read(nested, format);
    expect(columns).toEqual([
      'test',
      'score',
      'detail.n',
      'parent.parent.year',
      'parent.code',
      'parent.name',
      'groups',
    ]);
    expect(rows).toEqual([
      ['1', null, 'math', '12345678901234567.10', '7', '2024', '0101', 'Oak é', null],
      ['2', null, 'read', null, null, '2024', '0101', 'Oak é', '["a", {"b": 1}]'],
      ['3', null, 'math', '-1.50', null, '2024', '0103', 'Ash', null],
    ]);
  });

  test('gives back a record’s text and its line', async () => {
    expect(await originals(nested, format, 3)).toBe(
      '"3","7","{""test"": ""math"", ""score"": -1.50}","[""math"",""-1.50"","""",""2024"",""0103"",""Ash"",""""]"\n',
    );
  });

  test('a record on each line', async () => {
    const lines = '{"a": "x", "n": 1e3}\n\n{"n": 5, "b": true, "a": "say \\"hi\\""}';
    const { columns, rows } = await read(lines, { type: 'jsonl' });
    expect(columns).toEqual(['a', 'n', 'b']);
    expect(rows).toEqual([
      ['1', null, 'x', '1e3', null],
      ['3', null, 'say "hi"', '5', 'true'],
    ]);
    expect(await originals(lines, { type: 'jsonl' }, 1)).toBe(
      '"1","1","{""a"": ""x"", ""n"": 1e3}","[""x"",""1e3""]"\n',
    );
  });

  test.each([
    ['cut in the middle', '[{"a": 1},\n{"a": 2', {}, 'file_cut', 'F06', 2],
    ['not JSON', '[{"a": 1},\n{"a": 01}]', {}, 'json_broken', 'F06', 2],
    ['more behind the end', '[{"a": 1}]\n[{"a": 1}]', {}, 'json_broken', 'F06', 2],
    ['a field twice', '[{"a": 1, "a": 2}]', {}, 'column_twice', 'F05', 1],
    ['no list there', '{"b": []}', { path: 'a[]' }, 'json_path_missing', 'F04', undefined],
    ['no records', '[]', {}, 'file_empty', 'F01', 1],
    ['nothing at all', ' \n', {}, 'file_empty', 'F01', 1],
    [
      'the list of records twice',
      '{"a": [{"b": 1}],\n"a": [{"b": 2}]}',
      { path: 'a[]' },
      'column_twice',
      'F05',
      2,
    ],
    [
      'a field that is called as one around it',
      '{"y": 2024, "a": [{"parent.y": 2023}]}',
      { path: 'a[]' },
      'column_twice',
      'F05',
      1,
    ],
    ['half a character', '[{"a": "\\ud800"}]', {}, 'json_broken', 'F06', 1],
  ])('%s is refused', async (_, text, more, code, rule, line) => {
    const problem = await refusal(text, { type: 'json', ...more });
    expect(problem).toMatchObject({ code, rule });
    expect(problem.where.line).toBe(line);
  });

  test('a line that is not JSON is refused with its number', async () => {
    const problem = await refusal('{"a": 1}\n{"a": }\n', { type: 'jsonl' });
    expect(problem).toMatchObject({ code: 'json_broken', where: { file: 'sent', line: 2 } });
  });
});

describe('columns of fixed width', () => {
  const format = {
    type: 'fixed_width',
    columns: [
      { name: 'code', start: 1, width: 4 },
      { name: 'amount', start: 8, width: 6 },
    ],
  };

  test('are cut from each line, and a line that has lost a character is told', async () => {
    const { rows } = await read('0100 x  12.50\r\n0200 é  13.50\r\n0300x  14.50\r\n', format);
    expect(rows).toEqual([
      ['1', null, '0100', ' 12.50'],
      ['2', null, '0200', ' 13.50'],
      ['3', 'fields', '0300', '14.50'],
    ]);
  });

  test('a last line that is cut is refused', async () => {
    expect(await refusal('0100 x  12.50\n0200 x  1', format)).toMatchObject({
      code: 'file_cut',
      rule: 'F06',
      where: { line: 2 },
    });
  });
});

describe('Parquet', () => {
  const made = async (select: string): Promise<Buffer> => {
    const path = join(folder, 'made.parquet');
    const engine = await Engine.open();
    await engine.run(`copy (${select}) to '${path}' (format parquet)`);
    engine.close();
    return await readFile(path);
  };

  test('a number of four bytes that has lost its cents is no number, as in a spreadsheet', async () => {
    const bytes = await made(
      "select unnest([1234567.89, 131071.5, 0.1, 202.0]::float[]) as n, unnest([0.1 + 0.2, 1e300, 'nan', 5]::double[]) as d",
    );
    const { rows } = await read(bytes, { type: 'parquet' });
    expect(rows.map(([, , n]) => n)).toEqual(['#NUM!', '131071.5', '0.1', '202']);
  });

  test('two columns that differ in capital letters alone are both told', async () => {
    // The engine writes no such file: the second name is changed in its bytes.
    const bytes = await made('select 1 as amount, 2 as AMOUNX');
    const twice = Buffer.from(bytes.toString('latin1').replaceAll('AMOUNX', 'AMOUNT'), 'latin1');
    expect((await read(twice, { type: 'parquet' })).columns).toEqual(['amount', 'AMOUNT']);
  });

  test('columns keep the names that they have in the file, though parts of others stand between', async () => {
    const bytes = await made(
      "select {'x': {'y': 1}, 'z': [{'w': 2}]} as nested, 'b' as \"Site\", map {'k': 1} as m, 'c' as last",
    );
    expect((await read(bytes, { type: 'parquet' })).columns).toEqual([
      'nested',
      'Site',
      'm',
      'last',
    ]);
  });

  test('is read as text in the forms that a contract reads', async () => {
    const path = join(folder, 'made.parquet');
    const engine = await Engine.open();
    await engine.run(
      `copy (select '0100' as code, 12.50::decimal(18,2) as amount, 202.0::double as site, date '2024-07-01' as day,
        timestamp '2024-07-01 00:00:00' as posted, true as active, null::varchar as note
        union all select 'a"b', 0.10, 1.5, null, null, false, 'x,y') to '${path}' (format parquet)`,
    );
    engine.close();
    const bytes = await readFile(path);
    const { columns, rows } = await read(bytes, { type: 'parquet' });
    expect(columns).toEqual(['code', 'amount', 'site', 'day', 'posted', 'active', 'note']);
    expect(rows).toEqual([
      ['1', null, '0100', '12.50', '202', '2024-07-01', '2024-07-01', 'true', null],
      ['2', null, 'a"b', '0.10', '1.5', null, null, 'false', 'x,y'],
    ]);
    expect(await originals(bytes, { type: 'parquet' }, 2)).toContain('""code"":""a\\""b""');
    expect(await refusal(bytes.subarray(0, 300), { type: 'parquet' })).toMatchObject({
      code: 'parquet_unreadable',
      rule: 'F01',
    });
  });
});

describe('what no extract has is refused before it fills the memory', () => {
  const names = Array.from({ length: 2001 }, (_, i) => `c${i}`);
  const long = 'x'.repeat(1_100_000);

  test.each([
    ['more than 2,000 columns', `${names.join(',')}\n${names.join(',')}\n`, {}],
    ['more than 2,000 columns, and a blank line', `${names.join(',')}\n\n${names.join(',')}\n`, {}],
    [
      'more than 2,000 fields in a record',
      JSON.stringify([Object.fromEntries(names.map((name) => [name, 1]))]),
      { type: 'json' },
    ],
    [
      'records that each name fields of their own',
      names.map((name) => `{"${name}": 1}\n`).join(''),
      { type: 'jsonl' },
    ],
  ])('%s', async (_, content, format) => {
    expect(await refusal(content, format)).toMatchObject({ code: 'too_many_columns', rule: 'F06' });
  });

  test.each([
    ['CSV', `a,b\n1,2\n3,${long}\n`, {}, 3],
    ['CSV with a line break in a cell', `a,b\n1,"2\n${long}"\n`, {}, 2],
    ['JSON', `[{"a": 1},\n{"a": "${long}"}]`, { type: 'json' }, 2],
    ['JSON lines', `{"a": 1}\n{"a": "${long}"}\n`, { type: 'jsonl' }, 2],
  ])('a record of more than a million characters: %s', async (_, content, format, line) => {
    const problem = await refusal(content, format);
    expect(problem).toMatchObject({ code: 'record_too_long', rule: 'F06', where: { line } });
  });
});

test('an accent may stand behind its letter in the name of a column', async () => {
  const { columns } = await read('escuela de Nu\u0301n\u0303ez,b\n1,2\n', {});
  expect(columns[0]).toBe('escuela de N\u00fa\u00f1ez');
});

test('a control character in the name of a column is shown as a question mark', async () => {
  const problem = await refusal('[{"\\u001b[31mx": 1, "\\u001b[31mx": 2}]', { type: 'json' });
  expect(problem.where.column).toBe('?[31mx');
});

describe('encodings', () => {
  const text = 'name;n\r\nZoë “Z”;1\r\n';
  const little = Buffer.from(text, 'utf16le');
  const big = Buffer.from(little).swap16();
  const marked = (mark: number[], bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(mark), bytes]);

  test.each([
    ['UTF-16 with a mark', 'utf-16', marked([0xff, 0xfe], little)],
    ['UTF-16 in the other order', 'utf-16', marked([0xfe, 0xff], big)],
    ['UTF-16 without a mark', 'utf-16', little],
    ['UTF-16 in the other order without a mark', 'utf-16', big],
    ['UTF-8 with a mark', 'utf-8', Buffer.from(`\ufeff${text}`)],
    [
      'windows-1252',
      'windows-1252',
      Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1'),
    ],
  ])('%s', async (_, encoding, bytes) => {
    const { rows } = await read(bytes, { delimiter: ';', encoding });
    expect(rows).toEqual([['2', null, 'Zoë “Z”', '1']]);
  });

  test('latin-1 has é and no curly quotes', async () => {
    const latin = Buffer.from('a;b\nZoé;1\n', 'latin1');
    expect((await read(latin, { delimiter: ';', encoding: 'latin-1' })).rows).toEqual([
      ['2', null, 'Zoé', '1'],
    ]);
  });

  test.each([
    ['UTF-16 that is not declared', little.subarray(0), 'utf-8', 'F02', 1],
    ['UTF-16 with a mark that is not declared', marked([0xff, 0xfe], little), 'utf-8', 'F03', 1],
    ['UTF-8 that is declared as UTF-16', Buffer.from(text), 'utf-16', 'F02', 1],
    [
      'UTF-8 that is declared as windows-1252',
      Buffer.from(`a;b\n1;2\n${text}`),
      'windows-1252',
      'F02',
      4,
    ],
    ['curly quotes in latin-1', Buffer.from('a;b\n1;2\n3;\x93\n', 'latin1'), 'latin-1', 'F02', 3],
    [
      'a byte that windows-1252 lacks',
      Buffer.from('a;b\n1;\x81\n', 'latin1'),
      'windows-1252',
      'F02',
      2,
    ],
    [
      'windows-1252 inside UTF-8',
      Buffer.concat([Buffer.from('a;b\né;1\n2;'), Buffer.from([0x92, 0x0a])]),
      'utf-8',
      'F02',
      3,
    ],
  ])('%s is refused with its line', async (_, bytes, encoding, rule, line) => {
    const problem = await refusal(bytes, { delimiter: ';', encoding });
    expect(problem).toMatchObject({ rule, where: { line } });
  });
});

describe('packed files', () => {
  const text = 'a,b\n1,x\n2,y\n';

  test('gz is known by its name, in several parts too', async () => {
    const parts = Buffer.concat([gzipSync(text.slice(0, 6)), gzipSync(text.slice(6))]);
    expect((await read(parts, {}, 'sent.csv.gz')).rows).toEqual([
      ['2', null, '1', 'x'],
      ['3', null, '2', 'y'],
    ]);
  });

  test('zst is read', async () => {
    const engine = await Engine.open();
    const path = join(folder, 'made.csv.zst');
    await engine.run(
      `copy (select i as a, 'text of row ' || i as b from range(20000) t(i)) to '${path}' (format csv, compression zstd)`,
    );
    engine.close();
    const frame = await readFile(path);
    const { records, rows } = await read(Buffer.concat([frame, frame]), {}, 'sent.csv.zst');
    expect(records).toBe(40_001);
    expect(rows[19_999]).toEqual(['20001', null, '19999', 'text of row 19999']);
    expect(rows[20_000]).toEqual(['20002', 'header', 'a', 'b']);
    expect(await refusal(frame.subarray(0, frame.length - 40), {}, 'cut.csv.zst')).toMatchObject({
      rule: 'F01',
    });
  });

  test.each([
    ['cut', gzipSync(text.repeat(1000)).subarray(0, 60), 'file_not_unpacked'],
    ['not packed at all', text, 'file_not_unpacked'],
    [
      'made to fill the disk',
      gzipSync(Buffer.alloc(90_000_000, `${'x'.repeat(5000)},b\n`)),
      'file_bomb',
    ],
  ])('a file that is %s is refused', async (_, bytes, code) => {
    expect(await refusal(bytes, {}, 'sent.csv.gz')).toMatchObject({ code, rule: 'F01' });
  });
});

describe('headers and marks of text files', () => {
  test('a category stands for the empty cells to its right, and names are joined', async () => {
    const { columns, headerLine } = await read(
      ',Staff,,\nCode,Teacher ,Aide,\u00a0All  staff\n1,2,3,4\n',
      {
        header_rows: 2,
      },
    );
    expect(columns).toEqual(['Code', 'Staff Teacher', 'Staff Aide', 'Staff All staff']);
    expect(headerLine).toBe(2);
  });

  test('other quotation marks, and none', async () => {
    const single = await read(`a|b\n'x|y'|it "is"\n`, { delimiter: '|', quote: "'" });
    expect(single.rows).toEqual([['2', null, 'x|y', 'it "is"']]);
    const none = await read('a|b\n5" pipe|"x\n', { delimiter: '|', quote: 'none' });
    expect(none.rows).toEqual([['2', null, '5" pipe', '"x']]);
  });

  test('a header that comes again is told from the records', async () => {
    expect((await read('a,b\n1,2\na,b\n3,4\n', {})).rows[1]).toEqual(['3', 'header', 'a', 'b']);
  });

  test('a file that ends where a spreadsheet ends says so', async () => {
    expect((await read(`a\n${'1\n'.repeat(65_535)}`, {})).rowLimit).toBe(65_536);
    expect((await read(`a\n${'1\n'.repeat(65_534)}`, {})).rowLimit).toBeNull();
  });

  test('cells that all end at 255 characters are told', async () => {
    const long = 'x'.repeat(255);
    expect((await read(`a,b\n1,${long}\n2,${long}\n3,z\n`, {})).remarks).toEqual([
      expect.stringContaining('the column b have exactly 255 characters'),
    ]);
    expect((await read(`a,b\n1,${long}\n2,${long}y\n`, {})).remarks).toEqual([]);
  });
});
