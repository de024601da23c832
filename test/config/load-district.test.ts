import { describe, expect, test } from 'vitest';
import { loadDistrict } from '../../transforms/config/load-district.ts';
import { resolveParameters } from '../../transforms/config/parameters.ts';
import { fillTokens, patternOf } from '../../transforms/config/year-tokens.ts';
import { Problem } from '../../transforms/problem.ts';

const YAML = `version: 1
district: { id: small-town, name: Small Town, state: OH }
parameters: { fiscal_year: { default: 2024, describe: The year } }
map:
  amount_type: actual
  chart: [fund, site]
sources:
  - id: ledger
    extract: gl_balances
    file: "GL_{fiscal_year}.csv"
    columns:
      fiscal_year: { const: "{fiscal_year}" }
      amount_type: { const: actual }
      fund_code: { from: Fund }
      site_id: { from: Org }
      amount: { from: Amount }
`;

function refusal(yaml: string): { line: number | undefined; what: string } {
  try {
    loadDistrict(yaml, 'district.yaml');
  } catch (error) {
    if (error instanceof Problem) return { line: error.where.line, what: error.what };
    throw error;
  }
  throw new Error('It was accepted.');
}

test('parts that repeat one another without end, and a file without settings, are refused as configuration', () => {
  const bomb = Array.from({ length: 9 }, (_, i) => {
    const parts = Array.from({ length: 10 }, () => (i === 0 ? 'x' : `*a${i - 1}`));
    return `a${i}: &a${i} [${parts.join(', ')}]\n`;
  }).join('');
  expect(refusal(YAML + bomb).what).toContain('repeats parts of itself');
  expect(refusal('').what).toContain('The file must be');
});

describe('a pattern that a long name could keep busy for ever is refused with its line', () => {
  test('with many stars', () => {
    expect(refusal(YAML.replace('GL_{fiscal', '*G*L*_*x*{fiscal'))).toEqual({
      line: 10,
      what: 'sources.1.file must not have more than 4 stars.',
    });
  });

  test.each(['(?:a+)+([0-9])', '(?:(?:a|b+)c)*([0-9])', '(?:x[)]y*){2,}([0-9])'])(
    '%s',
    (pattern) => {
      const yaml = YAML.replace('{ from: Fund }', `{ file_name: '${pattern}' }`);
      expect(refusal(yaml).what).toMatch(/file_name must not repeat what is a repetition itself/);
    },
  );

  test.each(['^GL_([0-9]{4})', '(?:ab)+([0-9]+)', '(?:a(?:b)c)?_+([+*]+)'])(
    '%s is fine',
    (pattern) => {
      const yaml = YAML.replace('{ from: Fund }', `{ file_name: '${pattern}' }`);
      expect(() => loadDistrict(yaml, 'district.yaml')).not.toThrow();
    },
  );
});

test('what is left out has its default', () => {
  expect(loadDistrict(YAML, 'district.yaml')).toMatchObject({
    invented: false,
    minimum_n: 10,
    publish: 'automatic',
    missing: [''],
    tolerances: { quarantined_rows: 0, not_yet_assigned_share: 0.02 },
    need_weights: { low_income: 0.3 },
    sources: [
      {
        year_label: 'end',
        already_public: false,
        format: { type: 'csv', delimiter: ',', encoding: 'utf-8', header: true, skip_lines: 0 },
      },
    ],
  });
});

describe('a mistake is named with its line', () => {
  test.each([
    [
      'an unknown setting',
      ['version: 1', 'version: 1\nminimun_n: 10'],
      2,
      'There is no setting minimun_n',
    ],
    ['an unknown setting of a column', ['from: Fund', 'form: Fund'], 14, 'form'],
    [
      'a column that the extract does not have',
      ['fund_code', 'fund'],
      14,
      'gl_balances has no column fund',
    ],
    [
      'a column that the extract needs',
      ['      amount: { from: Amount }\n', ''],
      12,
      'where amount comes from',
    ],
    [
      'a segment of the chart that is not mapped',
      ['chart: [fund, site]', 'chart: [fund, object, site]'],
      12,
      'object_code',
    ],
    ['an extract that does not exist', ['gl_balances', 'gl_balance'], 9, 'must be one of'],
    [
      'a code without quotation marks',
      ['{ const: actual }', '{ const: 0100 }'],
      13,
      'write it in quotes',
    ],
    [
      'a key without quotation marks',
      ['{ const: actual }', '{ from: T, map: { 01: actual } }'],
      13,
      'write it in quotes',
    ],
    [
      'two ways to fill a column',
      ['{ from: Fund }', '{ from: Fund, const: x }'],
      14,
      'one of: from, const',
    ],
    ['a name in braces without a value', ['GL_{fiscal_year}', 'GL_{fiscal}'], 10, 'braces'],
    [
      'a lookup that is not there',
      ['{ from: Org }', '{ from: Org, lookup: sites }'],
      15,
      'no such lookup',
    ],
    [
      'a file without header and names',
      ['    columns:\n', '    format: { header: false }\n    columns:\n'],
      11,
      'columns must be named',
    ],
    [
      'a regular expression that is none',
      ['    columns:\n', "    drop: [{ id: totals, when: { Fund: '~(Total' } }]\n    columns:\n"],
      11,
      'sources.1.drop.1.when.Fund has no regular expression',
    ],
    [
      'an empty cell as rule tables write it',
      ['    columns:\n', "    drop: [{ id: no_fund, when: { Fund: '(none)' } }]\n    columns:\n"],
      11,
      'sources.1.drop.1.when.Fund is "(none)", which means an empty cell only',
    ],
    ['another version', ['version: 1', 'version: 2'], 1, 'must be 1'],
    ['no YAML', ['district: {', 'district: [{'], 3, 'not valid YAML'],
  ])('%s', (_, [from = '', to = ''], line, words) => {
    const { line: found, what } = refusal(YAML.replace(from, to));
    expect(what).toContain(words);
    expect(found).toBe(line);
  });

  test('an empty file', () => {
    expect(refusal('').line).toBe(1);
  });
});

test.each(['^\\*\\* PERIOD \\d\\d TOTAL$', '(?i)total', '(?i:sub)?total', '[[:upper:]]+'])(
  'the regular expression %s is accepted',
  (pattern) => {
    const drop = `    drop: [{ id: totals, when: { Fund: '~${pattern}' } }]\n    columns:\n`;
    const [source] = loadDistrict(
      YAML.replace('    columns:\n', () => drop),
      'district.yaml',
    ).sources;
    expect(source?.drop[0]?.when).toEqual({ Fund: `~${pattern}` });
  },
);

describe('file names and years', () => {
  test.each([
    ['GL_FY{fiscal_year}.csv', 'GL_FY2024.csv', 2024],
    ['ua{fiscal_year-1}-{fiscal_year:yy}_usergl.csv', 'ua2020-21_usergl.csv', 2021],
    ['ua{fiscal_year-1}-{fiscal_year:yy}_usergl.csv', 'ua2020-22_usergl.csv', undefined],
    ['budget_fy{fiscal_year:yy}*.csv', 'budget_fy13 (final).csv', 2013],
    ['x{fiscal_year-1:yy}.csv', 'x99.csv', 2000],
    ['sites.csv', 'sites.csv', null],
    ['sites.csv', 'sites_csv', undefined],
    ['*.csv', 'folder/sites.csv', undefined],
  ])('%s and %s', (template, name, year) => {
    expect(patternOf(template).yearOf(name)).toBe(year);
  });

  test('a template is filled with the year and with parameters', () => {
    expect(fillTokens('{fiscal_year-1}-{fiscal_year:yy} {book} {x}', 2009, { book: 'GL' })).toBe(
      '2008-09 GL {x}',
    );
  });

  test('a parameter is its default or what the command sets', () => {
    const district = loadDistrict(YAML, 'district.yaml');
    expect(resolveParameters(district)).toEqual({ fiscal_year: '2024' });
    expect(resolveParameters(district, { fiscal_year: '2019' })).toEqual({ fiscal_year: '2019' });
    expect(() => resolveParameters(district, { fiscal_year: 'soon' })).toThrow('whole number');
    expect(() => resolveParameters(district, { year: '2019' })).toThrow('no parameter year');
  });
});
