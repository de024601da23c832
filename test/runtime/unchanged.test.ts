import { appendFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unchanged } from '../../pipelines/materialize/staging/unchanged.ts';
import { scratchFolder } from '../support/scratch.ts';

const folder = scratchFolder('unchanged');
const ledger = join(folder, 'ledger.csv');
const again = join(folder, 'ledger.csv.sent-again.csv');
const file = {
  name: 'ledger.csv',
  path: ledger,
  sentAgain: [{ name: 'ledger.csv.sent-again.csv', path: again, sha256: '', fileKey: '' }],
};

describe('a file that is read in several passes', () => {
  test.each([
    ['grows', () => appendFile(ledger, '3,4\n'), 'ledger.csv'],
    ['is taken away', () => rm(ledger), 'ledger.csv'],
    [
      'is replaced by another of the same size',
      async () => {
        await writeFile(`${ledger}.new`, 'a,b\n5,6\n');
        await rename(`${ledger}.new`, ledger);
      },
      'ledger.csv',
    ],
    ['has its rows sent again anew', () => writeFile(again, 'a\n'), 'ledger.csv.sent-again.csv'],
  ])('that %s meanwhile is told, whatever came of the reading', async (_, change, name) => {
    const outcomes = [
      () => Promise.resolve('rows'),
      () => Promise.reject(new Error('no such file or directory')),
    ];
    for (const outcome of outcomes) {
      await writeFile(ledger, 'a,b\n1,2\n');
      await writeFile(again, '');
      const read = unchanged(file, async () => {
        await change();
        return await outcome();
      });
      await expect(read).rejects.toMatchObject({
        code: 'file_changed',
        where: { file: name },
        retryable: true,
      });
    }
  });

  test('that stays as it is gives what was read, or the error that came of it', async () => {
    await writeFile(ledger, 'a,b\n1,2\n');
    expect(await unchanged(file, () => Promise.resolve('rows'))).toBe('rows');
    const error = new Error('the disk is full');
    await expect(unchanged(file, () => Promise.reject(error))).rejects.toBe(error);
  });
});
