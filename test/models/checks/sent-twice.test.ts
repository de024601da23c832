import { describe, expect, test } from 'vitest';
import type { Row } from '../../../pipelines/runtime/duckdb.ts';
import { KEYED_LISTS } from '../../../sql/sent-twice-models.ts';
import type { Contract } from '../../../transforms/contract/contract.ts';
import { contractColumns, emptyRelationSql } from '../../../transforms/contract/staged-relation.ts';
import { EXTRACTS } from '../../../transforms/extracts/index.ts';
import { cellText, rowsSql } from '../../support/rows.ts';
import { runModel } from '../../support/run-model.ts';

const what = (rows: readonly Row[]) => rows.map((row) => cellText(row, 'what'));
const origin = 'source_id source_file_key record_no';

describe('ledger_lines_once', () => {
  const columns = `fiscal_year amount_type journal_id line_no ${origin}`;
  const ledger = (rows: Parameters<typeof rowsSql>[1]) =>
    runModel('checks.ledger_lines_once', { 'staging.gl_transactions': rowsSql(columns, rows) });

  test('is silent on other lines, other amount types, and lines without a number', async () => {
    expect(
      await ledger([
        [2024, 'actual', 'J1', 1, 'ledger', 'july', 2],
        [2024, 'actual', 'J1', 2, 'ledger', 'august', 2],
        [2024, 'budget_original', 'J1', 1, 'budget', 'book', 2],
        [2024, 'actual', null, 1, 'ledger', 'july', 3],
        [2024, 'actual', null, 1, 'ledger', 'august', 3],
        [2024, 'actual', 'J2', null, 'ledger', 'july', 4],
        [2024, 'actual', 'J2', null, 'ledger', 'august', 4],
      ]),
    ).toEqual([]);
  });

  test('names the two files and the first record that stands in both', async () => {
    const rows = await ledger([
      [2024, 'actual', 'J1', 1, 'ledger', 'aaa', 2],
      [2024, 'actual', 'J1', 2, 'ledger', 'aaa', 3],
      [2024, 'actual', 'J1', 2, 'ledger', 'bbb', 8],
      [2024, 'actual', 'J1', 1, 'ledger', 'bbb', 9],
      [2024, 'actual', 'J1', 1, 'late_ledger', 'ccc', 4],
    ]);
    // The lowest source and file are the first; each other file is laid beside it.
    expect(what(rows)).toEqual([
      'gl_transactions, fiscal year 2024: records of source ledger (file aaa) that source late_ledger (file ccc) has too: 1; for instance record 2, there record 4.',
      'gl_transactions, fiscal year 2024: records of source ledger (file bbb) that source late_ledger (file ccc) has too: 1; for instance record 9, there record 4.',
      'gl_transactions, fiscal year 2024: records of source ledger (file bbb) that source ledger (file aaa) has too: 1; for instance record 8, there record 3.',
    ]);
  });
});

describe('list_records_once', () => {
  const empty = Object.fromEntries(
    [...EXTRACTS].map(([name, contract]) => [`staging.${name}`, emptyRelationSql(contract)]),
  );

  /** Every list is empty but one, which holds a record of each of two files. */
  function lists(contract: Contract, second: 'the same key' | 'another key') {
    const isNumber = (name: string): boolean =>
      contractColumns(contract).some(
        (column) => column.name === name && /INT/.test(column.sqlType),
      );
    const cells = contract.key.map((name) => (isNumber(name) ? 2024 : 'Ann'));
    const other = contract.key.map((name) => (isNumber(name) ? 2025 : 'Bob'));
    return runModel('checks.list_records_once', {
      ...empty,
      [`staging.${contract.name}`]: rowsSql(`${contract.key.join(' ')} ${origin}`, [
        [...cells, 'first', 'aaa', 5],
        [...(second === 'the same key' ? cells : other), 'second', 'bbb', 7],
      ]),
    });
  }

  test('looks at every list that has a key, old and new', () => {
    const names = KEYED_LISTS.map(({ name }) => name);
    const some = ['organizations', 'enrollment', 'grants', 'site_successors', 'job_codes'];
    expect(names).toEqual(
      expect.arrayContaining([...some, 'published_per_student', 'transcripts']),
    );
    // Without numbers of their own, lines of a ledger, pay and balances may repeat; absences and journals may lack them.
    expect([...EXTRACTS.keys()].filter((name) => !names.includes(name)).sort()).toEqual([
      'budget_lines',
      'gl_balances',
      'gl_transactions',
      'payroll_lines',
      'positions',
      'staff_absences',
    ]);
  });

  test.each(KEYED_LISTS.map((contract) => [contract.name, contract] as const))(
    'names both records of %s by number, and no value',
    async (extract, contract) => {
      expect(await lists(contract, 'another key')).toEqual([]);
      expect(what(await lists(contract, 'the same key'))).toEqual([
        `${extract}: records of source second (file bbb) that source first (file aaa) has too: 1; for instance record 7, there record 5.`,
      ]);
    },
  );

  test('takes two missing values for the same: each total is of all funds', async () => {
    const rows = await runModel('checks.list_records_once', {
      ...empty,
      'staging.control_totals': `select 2024 as fiscal_year, 12 as fiscal_period, 'actual' as amount_type, null::varchar as fund_code,
        'tb' as source_id, 2 as record_no, * from (values ('aaa'), ('bbb')) t(source_file_key)`,
    });
    expect(rows).toHaveLength(1);
  });
});
