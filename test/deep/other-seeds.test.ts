import { describe, expect, it } from 'vitest';
import { mapInvented } from '../support/answer-key.ts';
import { scratchFolder } from '../support/scratch.ts';

describe('districts of other seeds, with the same rules', () => {
  it.each([11, 12, 13])(
    'seed %i: at least 98 % of dollars have their true purpose',
    async (seed) => {
      const folder = scratchFolder(`seed-${seed}`);
      const size = ['--students', '1200', '--years', '1', '--ledger-lines', '8000'];
      const engine = await mapInvented(folder, [...size, '--seed', String(seed)]);
      expect(
        await engine.rows(
          `select sum(amount) filter (where coded_purpose = purpose_id) >= 0.98 * sum(amount) as enough
        from judged where kind = 'event'`,
        ),
      ).toEqual([{ enough: true }]);
      engine.close();
    },
  );
});
