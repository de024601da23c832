import { expect, test } from 'vitest';
import { withFileNames } from '../../pipelines/refresh/file-names.ts';

const sentAgain = [
  { path: '/x', name: 'roster.csv.sent-again.csv', sha256: '', fileKey: 'bbbbbbbbbbbbbbbb' },
];
const files = [
  { sourceId: 'ledger', name: 'GL_2024.csv', fileKey: 'aaaaaaaaaaaaaaaa', sentAgain: [] },
  { sourceId: 'roster', name: 'roster.csv', fileKey: '0123456789abcdef', sentAgain },
  { sourceId: 'old_roster', name: '$& of $$.csv', fileKey: '0123456789abcdef', sentAgain: [] },
];

test('a check names a file as the sender does, not by its key', () => {
  const messages = [
    'Source roster, file 0123456789abcdef: rows set aside: 3; the limit for each file of this source is 0.',
    'Source roster, file bbbbbbbbbbbbbbbb: rows set aside: 1; the limit for each file of this source is 0.',
    'Source ledger: rows set aside: 2; the limit for all sources together is 0.',
  ];
  expect(withFileNames({ offenders: 3, messages }, files)).toEqual({
    offenders: 3,
    messages: [
      'Source roster, file roster.csv: rows set aside: 3; the limit for each file of this source is 0.',
      'Source roster, file roster.csv.sent-again.csv: rows set aside: 1; the limit for each file of this source is 0.',
      'Source ledger: rows set aside: 2; the limit for all sources together is 0.',
    ],
  });
});

test('a check that found nothing says nothing', () => {
  const record: { offenders: number; messages?: readonly string[] } = { offenders: 0 };
  expect(withFileNames(record, files)).toEqual({ offenders: 0 });
});

test('files of the same bytes keep the names that their sources know', () => {
  const keyed = (source: string): string => `source ${source} (file 0123456789abcdef)`;
  const messages = [
    `FY2024: records of ${keyed('old_roster')} that ${keyed('roster')} has too: 2.`,
  ];
  expect(withFileNames({ messages }, files).messages).toEqual([
    'FY2024: records of source old_roster (file $& of $$.csv) that source roster (file roster.csv) has too: 2.',
  ]);
});
