import { expect, test } from 'vitest';
import { codeGivenLines } from '../support/code-lines.ts';
import { cellsOf } from '../support/rows.ts';

test('drivers and pools: lines that share every code are one pool, benefits are pooled by fund', async () => {
  const rows = await codeGivenLines({
    rules: {
      attribution: [
        'rule_id,rank,job_code,project_code,object_code,code',
        'benefits,1,,,2*,salary',
        'itinerant,2,COACH,,,assignment',
        'grant,3,,!(none),,project_sites',
      ].join('\n'),
    },
    lines: [
      { fund_code: '1', job_code: 'COACH', site_id: 'C1', description: 'one' },
      { fund_code: '1', job_code: 'COACH', site_id: 'C1', description: 'two' },
      { fund_code: '2', job_code: 'COACH', site_id: 'C1' },
      { fund_code: '1', project_code: 'G7', site_id: 'C1' },
      { fund_code: '1', object_code: '210', site_id: 'C1' },
      { fund_code: '1', object_code: '210', project_code: 'G7', site_id: 'S1' },
    ],
  });
  expect(cellsOf(rows, 'attribution', 'driver_key')).toEqual([
    ['assignment', '1|||||COACH'],
    ['assignment', '1|||||COACH'],
    ['assignment', '2|||||COACH'],
    ['project_sites', 'G7'],
    ['salary', null],
    ['salary', null],
  ]);
  const pools = rows.map((row) => row['pool_key']);
  expect(pools[0]).toMatch(/^[0-9a-f]{16}$/);
  expect(pools[1]).toBe(pools[0]);
  expect(pools[5]).toBe(pools[4]);
  expect(new Set(pools).size).toBe(4);
});
