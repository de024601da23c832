import { describe, expect, test } from 'vitest';
import { setAsideLines } from '../../pipelines/cli/print-set-aside.ts';
import type { RowSetAside } from '../../pipelines/operations/quarantine.ts';
import { setAsideReasons } from '../../pipelines/operations/set-aside-reasons.ts';

const row = (line: number, column: string, rule: string, reason: string): RowSetAside => ({
  source: 'results',
  file: 'growth.csv',
  sentAgain: false,
  fileKey: '0123456789abcdef',
  line,
  column,
  rule,
  reason,
  original: 'S1,GHOST',
  columns: ['school', 'score'],
  cells: ['S1', 'GHOST'],
});

const empty = (line: number) => row(line, 'score', 'F04', 'The cell is empty.');
const again = row(8, 'school, group', 'K01', 'No two may have the same school, group.');

describe('why rows were set aside', () => {
  test('each reason is told once, the one of most rows first, with its number of rows and the first line', () => {
    const lines = setAsideLines(setAsideReasons([again, empty(9), empty(14)]), {
      district: 'data/districts/oak hill',
      home: '/srv/maps',
    });
    expect(lines).toEqual([
      'Why rows were set aside:',
      '  results, column score: 2 rows, the first at growth.csv:9 (Rule F04: The cell is empty)',
      '  results: 1 row, the first at growth.csv:8 (Rule K01: No two may have the same school, group)',
      'Each of them, with its line:',
      "  npx resource-map quarantine 'data/districts/oak hill' --home /srv/maps",
    ]);
  });

  test('of many reasons, the twelve of the most rows are told, and how many more there are', () => {
    const rows = Array.from({ length: 14 }, (_, i) => row(i, `c${i}`, 'F09', 'No number.'));
    const lines = setAsideLines(setAsideReasons(rows), { district: 'oak', home: undefined });
    expect(lines.filter((line) => line.includes('No number'))).toHaveLength(12);
    expect(lines).toContain('  and 2 more reasons');
  });
});
