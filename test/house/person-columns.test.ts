import { expect, test } from 'vitest';
import { readCatalog } from '../../sql/catalog.ts';
import { hasPersons } from '../../transforms/contract/contract.ts';
import { keptColumns } from '../../transforms/contract/staged-relation.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';

test('of a file with a row for each person, only the key and what some model reads is kept', () => {
  const sql = readCatalog()
    .map((model) => model.sql)
    .join('\n');
  const unread = [...EXTRACTS.values()].filter(hasPersons).flatMap((contract) =>
    keptColumns(contract)
      .map(({ stagedAs }) => stagedAs)
      .filter((column) => !contract.key.includes(column))
      .filter((column) => !new RegExp(`\\b${contract.name}\\.${column}\\b`).test(sql))
      .map((column) => `${contract.name}.${column}`),
  );
  expect(unread).toEqual([]);
});
