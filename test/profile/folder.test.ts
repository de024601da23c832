import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { profileFolder } from '../../pipelines/profile/profile-folder.ts';
import { scratchFolder } from '../support/scratch.ts';
import { workbook } from '../support/workbook.ts';
import { zipFile } from '../support/zip-file.ts';

const SITES = 'SITE,NAME\n0101,Alder\n0102,Birch\n0103,Cedar\n';
/** How old Office files and those with a password begin. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);

async function profiled(folder: string) {
  const { signal } = new AbortController();
  const { files, unread } = await profileFolder(folder, {
    threads: 1,
    signal,
    say: () => undefined,
  });
  return { files: files.map(({ name }) => name), unread };
}

describe('a folder as people keep it', () => {
  test('files in folders within folders are found, and what systems leave there is passed over', async () => {
    const folder = scratchFolder('nested');
    mkdirSync(join(folder, 'from finance/2025/final'), { recursive: true });
    writeFileSync(join(folder, 'from finance/2025/final/sites.csv'), SITES);
    for (const name of ['.DS_Store', '~$budget.xlsx', 'Thumbs.db', 'desktop.ini'])
      writeFileSync(join(folder, name), 'left behind');
    expect(await profiled(folder)).toEqual({
      files: ['from finance/2025/final/sites.csv'],
      unread: [],
    });
  });

  test('a stray cell in the last row of a sheet does no harm', async () => {
    const folder = scratchFolder('stray');
    const rows = SITES.trim()
      .split('\n')
      .map((line) => line.split(','));
    const stray = '<row r="1048576"><c r="B1048576"><v>1</v></c></row></sheetData>';
    const book = workbook([{ name: 'Sites', rows }], [], (xml) =>
      xml.replace('</sheetData>', stray),
    );
    writeFileSync(join(folder, 'sites.xlsx'), book);
    expect(await profiled(folder)).toEqual({ files: ['sites.xlsx'], unread: [] });
  });

  test('links that lead round in circles, or nowhere, are named and not followed', async () => {
    const folder = scratchFolder('links');
    writeFileSync(join(folder, 'sites.csv'), SITES);
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('nowhere', join(folder, 'ledger.csv'));
    symlinkSync('itself.csv', join(folder, 'itself.csv'));
    const { files, unread } = await profiled(folder);
    expect(files).toEqual(['sites.csv']);
    expect(unread).toEqual([
      { name: 'itself.csv', why: expect.stringMatching(/^The file is gone, or is a link to one/) },
      { name: 'ledger.csv', why: expect.stringMatching(/^The file is gone, or is a link to one/) },
      { name: 'loop', why: expect.stringMatching(/^It is a folder, or a link to one/) },
    ]);
  });

  test.each<readonly [name: string, bytes: Buffer | string, why: RegExp]>([
    ['report.pdf', '%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n', /^It is a PDF\. Ask for its table/],
    ['budget.xlsx', OLE, /has a password\. Save it as \.xlsx or CSV/],
    ['memo.docx', zipFile([{ name: 'word/document.xml', content: '<w/>' }]), /text document/],
    ['cut.xlsx', 'PK\u0003\u0004 and no more', /cut or damaged/],
    ['nothing.csv', '', /^It is empty\. Ask its sender/],
    ['titles.csv', 'SITE,NAME\n', /no records/],
    ['cut.csv.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2]), /cannot be unpacked/],
    ['cut.json', '{"schools": [{"name": "Al', /no table that can be read/],
    [
      'letter.txt',
      'Dear all,\nhere are, at last, the files.\nYours\n',
      /no table that can be read/,
    ],
    ['photo.csv', Buffer.from([0x89, 0x50, 0, 0, 1, 0, 0, 7]), /no table that can be read/],
  ])('%s is named with what to do, and the files beside it are read', async (name, bytes, why) => {
    const folder = scratchFolder('junk');
    writeFileSync(join(folder, 'sites.csv'), SITES);
    writeFileSync(join(folder, name), bytes);
    const { files, unread } = await profiled(folder);
    expect(files).toEqual(['sites.csv']);
    expect(unread).toEqual([{ name, why: expect.stringMatching(why) }]);
  });
});
