import { beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '../../sql/catalog.ts';
import { dictionaryMarkdown } from '../../sql/dictionary.ts';
import { attributionFields } from '../../sql/fields/attribution.ts';
import { budgetFields } from '../../sql/fields/budget.ts';
import { codesFields } from '../../sql/fields/codes.ts';
import { dollarsFields } from '../../sql/fields/dollars.ts';
import { findingsFields } from '../../sql/fields/findings.ts';
import { FIELDS } from '../../sql/fields/index.ts';
import { linesFields } from '../../sql/fields/lines.ts';
import { placesFields } from '../../sql/fields/places.ts';
import { qualityFields } from '../../sql/fields/quality.ts';
import { resultsFields } from '../../sql/fields/results.ts';
import { schoolsFields } from '../../sql/fields/schools.ts';
import { staffingFields } from '../../sql/fields/staffing.ts';
import { describeModels, type DescribedColumn } from '../support/empty-house.ts';

let models: ReadonlyMap<Model, readonly DescribedColumn[]>;

beforeAll(async () => {
  models = await describeModels();
});

function columnsOf(schema: string): { relation: string; name: string; type: string }[] {
  return [...models]
    .filter(([model]) => model.schema === schema)
    .flatMap(([{ relation }, columns]) => columns.map((column) => ({ relation, ...column })));
}

describe('every column', () => {
  test('has one meaning in sql/fields', () => {
    const unknown = ['core', 'marts', 'release']
      .flatMap(columnsOf)
      .filter(({ name }) => !FIELDS.has(name));
    expect(unknown).toEqual([]);
  });

  test('has its meaning in one domain only', () => {
    const domains = [
      attributionFields,
      budgetFields,
      codesFields,
      dollarsFields,
      findingsFields,
      linesFields,
      placesFields,
      qualityFields,
      resultsFields,
      schoolsFields,
      staffingFields,
    ];
    const names = domains.flatMap((fields) => Object.keys(fields));
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
    expect(FIELDS.size).toBe(names.length);
  });

  test('of the release says what it is to disclosure control', () => {
    const unnamed = columnsOf('release').filter(({ name }) => !FIELDS.get(name)?.release);
    expect(unnamed).toEqual([]);
  });

  test('is exact: no table holds a floating-point number', () => {
    const inexact = [...models].flatMap(([{ relation }, columns]) =>
      columns
        .filter(({ type }) => /DOUBLE|FLOAT|HUGEINT|DECIMAL\(38/.test(type))
        .map(({ name, type }) => `${relation}.${name} ${type}`),
    );
    expect(inexact).toEqual([]);
  });
});

describe('every check', () => {
  test('begins with a sentence that says what is wrong', () => {
    const first = [...models]
      .filter(([{ kind }]) => kind === 'check')
      .map(([, columns]) => columns[0]?.name);
    expect(new Set(first)).toEqual(new Set(['what']));
  });
});

describe('the release', () => {
  test('holds no column of a person', () => {
    const names = columnsOf('release').map(({ name }) => name);
    expect(names.filter((name) => /staff_(key|id)|vendor|description/.test(name))).toEqual([]);
  });

  test('reads marts only', () => {
    for (const [model] of models) {
      if (model.schema === 'release') expect(model.sql).not.toMatch(/\b(core|staging)\./);
    }
  });
});

describe('the dictionary', () => {
  test('tells of each released table and column, with the key in bold', () => {
    const tables = [...models]
      .filter(([model]) => model.schema === 'release')
      .flatMap(([model, columns]) =>
        model.kind === 'table' ? [{ name: model.name, header: model.header, columns }] : [],
      );
    const text = dictionaryMarkdown(tables, FIELDS);
    expect(text).toContain('## spending');
    expect(text).toContain('| **site_id** | VARCHAR |');
    for (const { name } of columnsOf('release')) expect(text).toContain(name);
  });

  test('refuses a column without a meaning', () => {
    const table = {
      name: 'spending',
      header: { row: 'one row', key: ['x'], description: 'Why.' },
      columns: [{ name: 'no_such_column', type: 'VARCHAR' }],
    };
    expect(() => dictionaryMarkdown([table], FIELDS)).toThrow('no_such_column');
  });
});
