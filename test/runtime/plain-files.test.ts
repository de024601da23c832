import fc from 'fast-check';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordsSql } from '../../pipelines/materialize/staging/records-sql.ts';
import type { StagingJob } from '../../pipelines/materialize/staging/job.ts';
import { locatePlain } from '../../pipelines/runtime/csv/locate-plain.ts';
import { locateRecords } from '../../pipelines/runtime/csv/locate-records.ts';
import { prescanCsv } from '../../pipelines/runtime/csv/prescan-csv.ts';
import type { CsvFile } from '../../pipelines/runtime/csv/read-records.ts';
import { scanPlain } from '../../pipelines/runtime/csv/scan-plain.ts';
import { Engine } from '../../pipelines/runtime/duckdb.ts';
import type { Prescan } from '../../pipelines/runtime/formats/sent-file.ts';
import { fileFormat } from '../../transforms/config/format.ts';
import { allHaveForm } from '../../transforms/contract/cell-classes.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plain-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function sent(content: string | Buffer, format: object = {}): Promise<CsvFile> {
  const path = join(folder, 'sent.csv');
  await writeFile(path, content);
  const parsed = fileFormat.parse(format);
  if (parsed.type !== 'csv') throw new Error('It is no CSV.');
  return { path, name: 'sent.csv', format: parsed };
}

const quoted = (text: string): string =>
  /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

describe('a file is read without a copy when it is plain', () => {
  test.each([
    ['as most are', 'a,b\n1,x\n2,"y, ""z"""\n', {}],
    ['with CRLF and a mark at its start', '\ufeffa,b\r\n1,x\r\n', {}],
    ['with titles above and a quoted header', 'Title\n"a","b"\n1,x\n', { skip_lines: 1 }],
    ['without an end of its last line', 'a,b\n1,x\n2,y', {}],
    ['with marks that are letters', 'a,b\n5" pipe,x"\n', { quote: 'none' }],
    ['without a header', '1|x\n2|y\n', { delimiter: '|', header: false, columns: ['a', 'b'] }],
  ])('%s', async (_, text, format) => {
    const facts = await scanPlain(await sent(text, format));
    expect(facts?.columns).toEqual(['a', 'b']);
    expect(facts?.direct?.above).toBe((facts?.headerLine ?? 0) as number);
  });

  test.each([
    ['a blank line', 'a,b\n1,x\n\n2,y\n'],
    ['a record of commas alone', 'a,b\n1,x\n,\n'],
    ['a record with too many cells', 'a,b\n1,x\n2,y,z\n'],
    ['a cut last record', 'a,b\n1,x\n2'],
    ['a line break in a cell', 'a,b\n1,"x\ny"\n'],
    ['a stray quotation mark', 'a,b\n1,5" pipe\n'],
    ['text behind a closing mark', 'a,b\n1,"x"y\n'],
    ['two kinds of line ends', 'a,b\n1,x\r\n2,y\n'],
    ['a lone carriage return', 'a,b\n1,x\r2,y\n'],
    ['its header again', 'a,b\n1,x\na,b\n'],
  ])('not with %s', async (_, text) => {
    expect(await scanPlain(await sent(text))).toBeNull();
  });
});

test('a plain file gives the same records as its copy does, with their numbers, lines and texts', async () => {
  const engine = await Engine.open();
  const recordsOf = async (facts: Prescan, file: string): Promise<unknown> =>
    await engine.rows(
      `select * exclude (oddity) from (${recordsSql({ facts } as StagingJob, file)})`,
    );
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z é😀]{1,6}$/u),
    fc.string({ unit: fc.constantFrom('a', ',', '"', ' ', 'é', '😀'), maxLength: 8 }),
  );
  let plain = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      async (rows, end, ended) => {
        const text =
          ['k1,k2,k3', ...rows.map((row) => row.map(quoted).join(','))].join(end) +
          (ended ? end : '');
        const file = await sent(text);
        const direct = await scanPlain(file);
        if (direct === null) return;
        plain += 1;
        const copy = join(folder, 'copy');
        const careful = await prescanCsv(file, copy);
        expect({ ...direct, direct: null }).toEqual(careful);
        expect(await recordsOf(direct, file.path)).toEqual(await recordsOf(careful, copy));
        const asked = Float64Array.from(rows.keys(), (row) => row + 2).filter((no) => no % 3 > 0);
        const found = [locatePlain, locateRecords].map(async (locate, i) => {
          await locate(file, asked, join(folder, `located-${i}`));
          return readFile(join(folder, `located-${i}`), 'utf8');
        });
        const [lines, carefully] = await Promise.all(found);
        expect(lines).toBe(carefully);
      },
    ),
    { numRuns: 100, seed: 5 },
  );
  engine.close();
  expect(plain).toBeGreaterThan(60);
});

const kinds = new Set(
  [...EXTRACTS.values()].flatMap(({ columns }) => Object.values(columns).map(({ kind }) => kind)),
);

test('where the characters of a column prove the plain form of its kind, each cell has it', async () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[0-9]{1,9}$/),
    fc.stringMatching(/^[A-Z][0-9_.]{1,4}$/),
    fc.string({ unit: fc.constantFrom('a', 'B', '7', '.', ' ', '-', '/', '\t', '\u00e9') }),
    fc.string({ unit: fc.constantFrom('0', '9', 'Z', '"', ',', ' '), maxLength: 6 }),
  );
  const forms = [...kinds].flatMap(({ plain, classForm }) =>
    plain === null || classForm === undefined
      ? []
      : [{ classForm, plain: new RegExp(`^(?:${plain})$`) }],
  );
  let proven = 0;
  let alike = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 3 }), async (cells) => {
      const facts = await scanPlain(
        await sent(`k,v\n${cells.map((text) => `1,${quoted(text)}\n`).join('')}`),
      );
      const seen = facts?.direct?.cells[1];
      if (seen === undefined) return;
      expect(seen.only === null || cells.every((text) => text === seen.only)).toBe(true);
      if (seen.only !== null) alike += 1;
      for (const { classForm, plain } of forms) {
        const mayBeEmpty = cells.includes('');
        if (!allHaveForm(seen, classForm, mayBeEmpty)) continue;
        proven += 1;
        expect(cells.filter((text) => text !== '' && !plain.test(text))).toEqual([]);
      }
    }),
    { numRuns: 400, seed: 11 },
  );
  expect(proven).toBeGreaterThan(200);
  expect(alike).toBeGreaterThan(50);
});
