import { afterAll, describe, expect, it } from 'vitest';
import { refresh } from '../../pipelines/local/refresh.ts';
import { checkFacts } from '../../pipelines/refresh/check-facts.ts';
import { readCatalog } from '../../sql/catalog.ts';
import { Problem } from '../../transforms/problem.ts';
import { WHOLE_VARIANTS } from '../faults/damage/whole-variants.ts';
import {
  type DistrictFiles,
  wholeDistrict,
  writeDistrict,
} from '../faults/damage/whole-district.ts';
import { temporaryFolder } from '../support/folders.ts';
import { refreshRequest } from '../support/refresh-request.ts';
import { scratchFolder } from '../support/scratch.ts';

/** One for all: what two districts have in common is made once. */
const home = scratchFolder('damaged-districts');
const ruleOfCheck = new Map(
  readCatalog().flatMap((model) =>
    model.kind === 'check' && model.header.rule !== undefined
      ? [[`check_${model.name}`, model.header.rule]]
      : [],
  ),
);

/** All that a refresh says of a district, in words such as `blocked L01`, and its dollars. */
async function outcomesOf(files: DistrictFiles) {
  const folder = await temporaryFolder();
  writeDistrict(folder, files);
  const request = refreshRequest(folder, { select: '+checks.*,+release.*', site: false });
  try {
    const result = await refresh(request, {
      home,
      threads: 2,
      memoryLimit: undefined,
      signal: new AbortController().signal,
      environment: process.env,
      say: () => undefined,
      follow: () => undefined,
    });
    const failed = result.failures.map(({ facts: { code, rule } }) => {
      const check = ruleOfCheck.get(code);
      if (check !== undefined) return `blocked ${check}`;
      if (code === 'check_quarantined_rows_limit') return 'set aside';
      return code.startsWith('check_') ? code : `refused ${rule ?? code}`;
    });
    const facts = await checkFacts(result.home, result.runId);
    const told = (facts?.summary.rules ?? []).flatMap(({ rule, status }) =>
      status === 'failed' ? [`blocked ${rule}`] : status === 'warned' ? [`warned ${rule}`] : [],
    );
    const said = [...failed, ...told];
    return { said: [...new Set(said)], assigned: facts?.summary.assigned };
  } catch (error) {
    // What stands in the way before any file is read.
    if (!(error instanceof Problem)) throw error;
    return { said: [`refused ${error.rule ?? error.code}`], assigned: undefined };
  }
}

describe('a district of which one file is damaged is read right, or told by the right rule', () => {
  const table: string[] = [];
  afterAll(() => {
    process.stdout.write(`${table.join('\n')}\n${table.length} damaged districts\n`);
  });

  it.each(WHOLE_VARIANTS.map((variant) => [variant.what, variant] as const))(
    '%s',
    async (what, { outcome, damage }) => {
      const files = wholeDistrict();
      damage(files);
      const { said, assigned } = await outcomesOf(files);
      const others = said.filter((words) => words !== outcome);
      table.push(
        `${outcome.padEnd(14)} ${what}${others.length === 0 ? '' : `; also ${others.join(', ')}`}`,
      );
      if (outcome !== 'read') expect(said).toContain(outcome);
      // 36 million cents a month for the six accounts, and what tells the months apart: worked out by hand.
      else expect({ said, assigned }).toEqual({ said: [], assigned: '8650211.04' });
    },
  );
});
