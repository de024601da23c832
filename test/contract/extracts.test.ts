import { expect, test } from 'vitest';
import { checkRow } from '../../transforms/contract/check-row.ts';
import { stagedName } from '../../transforms/contract/staged-relation.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import { REFERENCE_TABLES } from '../../transforms/reference-tables/index.ts';

const extracts = [...EXTRACTS.values()];

test.each(extracts.map((extract) => [extract.name, extract] as const))(
  'the example of %s is a row that its contract takes, with a cell for every column',
  (_, extract) => {
    const { example, columns } = extract;
    expect(Object.keys(example).toSorted()).toEqual(Object.keys(columns).toSorted());
    const row = Object.fromEntries(
      Object.entries(example).map(([column, text]) => [column, text === '' ? null : text]),
    );
    expect(checkRow(extract, row).failures).toEqual([]);
  },
);

test('a key names columns as they are staged, so that no number of a person is in it', () => {
  const wrong = extracts.flatMap(({ name, key, columns }) => {
    const staged = Object.entries(columns).map(([column, of]) => stagedName(column, of));
    return key.filter((column) => !staged.includes(column)).map((column) => `${name}.${column}`);
  });
  expect(wrong).toEqual([]);
});

test('a yearly extract has its year as a column, first', () => {
  for (const { year, columns } of extracts) {
    if (year !== null) expect(Object.keys(columns)[0]).toBe(year);
  }
});

test('whatever has decimals says what it is in', () => {
  const without = extracts.flatMap(({ name, columns }) =>
    Object.entries(columns)
      .filter(([, { kind, unit }]) => kind.kind === 'decimal' && unit === undefined)
      .map(([column]) => `${name}.${column}`),
  );
  expect(without).toEqual([]);
});

test('a number or a name of a person becomes a pseudonym, or is not kept', () => {
  const persons = /^(staff_id|student_id|provider_id)$/;
  const open = extracts.flatMap(({ name, columns }) =>
    Object.entries(columns)
      .filter(([column, of]) => persons.test(column) && of.person === undefined)
      .map(([column]) => `${name}.${column}`),
  );
  expect(open).toEqual([]);
});

test('references, and extracts that may come in place of others, are extracts', () => {
  for (const { columns, insteadOf } of extracts) {
    for (const other of insteadOf ?? []) expect(EXTRACTS.has(other)).toBe(true);
    for (const { target } of Object.values(columns)) {
      if (target !== undefined)
        expect(EXTRACTS.get(target.extract)?.columns).toHaveProperty(target.column);
    }
  }
});

test('what a district keeps in coding/ is not asked for a second time as an extract', () => {
  const tables = REFERENCE_TABLES.map(({ contract }) => contract.name);
  expect(tables.filter((name) => EXTRACTS.has(name))).toEqual([]);
});
