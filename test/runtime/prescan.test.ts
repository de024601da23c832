import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { splitRecord } from '../../pipelines/runtime/csv/fields.ts';
import { RecordScanner } from '../../pipelines/runtime/csv/record-scanner.ts';
import type { Prescan } from '../../pipelines/runtime/formats/sent-file.ts';
import { locate, prescan } from '../../pipelines/runtime/prescan.ts';
import { fileFormat } from '../../transforms/config/format.ts';
import { Problem } from '../../transforms/problem.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prescan-'));
});
afterAll(() => rm(folder, { recursive: true }));

const signal = new AbortController().signal;

async function scan(
  content: string | Buffer,
  format: object = {},
): Promise<Prescan & { copy: string }> {
  const path = join(folder, 'sent.csv');
  const copy = join(folder, 'copy.csv');
  await writeFile(path, content);
  const file = { path, name: 'sent.csv', format: fileFormat.parse(format) };
  const facts = await prescan(file, copy, signal);
  return { ...facts, copy: await readFile(copy, 'utf8') };
}

async function refusal(content: string | Buffer, format: object = {}): Promise<Problem> {
  const error: unknown = await scan(content, format).catch((reason: unknown) => reason);
  if (!(error instanceof Problem)) throw new Error('The file was not refused.');
  return error;
}

describe('what a file holds, counted from its bytes', () => {
  test('a clean file is copied with record numbers, without its header', async () => {
    const text = 'a,b\n1,x\n2,"y, z"\n';
    const facts = await scan(text);
    expect(facts).toMatchObject({
      columns: ['a', 'b'],
      headerLine: 1,
      records: 2,
    });
    expect(facts.sha256).toBe(createHash('sha256').update(text).digest('hex'));
    expect(facts.copy).toBe('2,,1,x\n3,,2,"y, z"\n');
  });

  test('mixed line ends, a byte order mark, title lines and blank lines keep the numbers that an editor shows', async () => {
    const facts = await scan('\ufeffTitle "of the report\r\n\r\na , b\r1,x\n   \n\n2,y\r\n3,z', {
      skip_lines: 1,
    });
    expect(facts).toMatchObject({
      columns: ['a', 'b'],
      headerLine: 3,
      records: 3,
      remarks: [expect.stringContaining('no line end')],
    });
    expect(facts.copy).toBe('4,,1,x\n7,,2,y\n8,,3,z\n');
  });

  test('short and long records and odd quotation marks are marked and filled up or cut, not lost', async () => {
    const facts = await scan('a,b\n1\n2,x,y\n3,5" pipe\n4,"x"y\n,\n');
    expect(facts).toMatchObject({ records: 5 });
    expect(facts.copy).toBe(
      '"2","fields","1",""\n"3","fields","2","x"\n"4","quotes","3","5"" pipe"\n"5","quotes","4","xy"\n6,empty,,\n',
    );
  });

  test('a quoted cell may be the last of a file without a line end', async () => {
    expect((await scan('a,b\n1,"x"\n2,"y"')).copy).toBe('2,,1,"x"\n3,,2,"y"\n');
    expect((await scan('a,b\n1,"x"\n2,""')).copy).toBe('2,,1,"x"\n3,,2,""\n');
  });

  test('windows-1252 becomes UTF-8, and the sha256 stays that of the bytes sent', async () => {
    const bytes = Buffer.from([0x61, 0x0a, 0x93, 0xe9, 0x94, 0x80, 0x0a]);
    const facts = await scan(bytes, { encoding: 'windows-1252' });
    expect(facts.copy).toBe('2,,“é”€\n');
    expect(facts.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  test('a file larger than a chunk is scanned in a thread and counted alike', async () => {
    const line = `${'x'.repeat(90)},"a\nb"\n`;
    const facts = await scan(`c,d\n${line.repeat(60_000)}`);
    expect(facts).toMatchObject({ records: 60_000, quotedBreaks: 60_000 });
  });

  test('the text and line of a record are found again by its number', async () => {
    await scan('a,b\n1,"x\ny"\n2,z\n3,"q"\n');
    const target = join(folder, 'located.csv');
    const file = {
      path: join(folder, 'sent.csv'),
      name: 'sent.csv',
      format: fileFormat.parse({}),
    };
    await locate(file, Float64Array.of(4, 2), target, signal);
    expect(await readFile(target, 'utf8')).toBe(
      '"2","2","1,""x\ny""","[""1"",""x\\ny""]"\n"4","5","3,""q""","[""3"",""q""]"\n',
    );
  });
});

describe('a file that cannot be read is refused, with its line and what to do', () => {
  test.each([
    ['cut in the middle of a record', 'a,b,c\n1,2,3\n4,5', 'file_cut', 3],
    ['cut inside a quoted cell', 'a,b\n1,"x"\n2,"y', 'quote_not_closed', 3],
    ['cut behind a doubled quotation mark', 'a,b\n1,"x"\n2,"y""', 'quote_not_closed', 3],
    ['a quotation mark that is never closed', 'a,b\n1,"x\n2,y\n3,z\n', 'quote_not_closed', 2],
    [
      'bytes that are not UTF-8',
      Buffer.from([0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x0a]),
      'file_not_text',
      3,
    ],
    ['a NUL byte', 'a\nb\u0000\n', 'file_not_text', 2],
    ['UTF-16', Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), 'file_utf16', 1],
    ['no records', 'a,b\n', 'file_empty', 1],
    ['nothing at all', '', 'file_empty', 1],
  ])('%s', async (_, content, code, line) => {
    const problem = await refusal(content);
    expect(problem).toMatchObject({ code, where: { file: 'sent.csv', line } });
    expect(problem.fix).not.toBe('');
  });

  test('a cut names the column in which the file ends', async () => {
    expect((await refusal('a,b,c\n1,2,3\n4,5')).where.column).toBe('b');
  });
});

test('records and cells agree with another reader, however the bytes are cut into chunks', () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z é😀]{0,6}$/u),
    fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', '😀'), maxLength: 8 }),
  );
  const quoted = (text: string): string =>
    /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), {
    minLength: 1,
    maxLength: 8,
  });
  const marks = { delimiter: 0x2c, quote: 0x22 };
  const cuts = fc.array(fc.nat(200), { maxLength: 6 });
  fc.assert(
    fc.property(table, cuts, fc.boolean(), (rows, at, lastEnd) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join('\n') + (lastEnd ? '\n' : '');
      const bytes = Buffer.from(text);
      const found: string[][] = [];
      const scanner = new RecordScanner(
        marks,
        0,
        ({ bytes: all, start, end, fields, misquoted }) => {
          const cells = splitRecord(all.subarray(start, end), marks);
          expect([cells.length, misquoted]).toEqual([fields, false]);
          found.push(cells);
        },
      );
      let from = 0;
      for (const cut of [...at].sort((a, b) => a - b)) {
        scanner.push(bytes.subarray(from, Math.max(from, cut)));
        from = Math.max(from, cut);
      }
      scanner.push(bytes.subarray(from));
      scanner.finish();
      expect(scanner.openQuoteLine).toBeNull();
      expect(found).toEqual(parse(text, { relax_column_count: true, record_delimiter: '\n' }));
    }),
    { numRuns: 1500, seed: 3 },
  );
});
