import { describe, expect, test } from 'vitest';
import { fixedColumns } from '../../transforms/profile/fixed-width.ts';
import { jsonLists } from '../../transforms/profile/json-lists.ts';
import { namedYear } from '../../transforms/profile/file-years.ts';
import { dateFormat, numberShape, rangeEnd, yearShape } from '../../transforms/profile/shape.ts';
import { sniffText } from '../../transforms/profile/sniff.ts';

describe('the year in the name of a file', () => {
  test.each([
    ['ledger/GL_FY2024.csv', 'ledger/GL_FY{fiscal_year}.csv', 2024],
    ['budget_items_fy13.csv', 'budget_items_fy{fiscal_year:yy}.csv', 2013],
    ['ua2020-21_usergl.csv', 'ua{fiscal_year-1}-{fiscal_year:yy}_usergl.csv', 2021],
    ['school_profile_SY1718.csv', 'school_profile_SY{fiscal_year-1:yy}{fiscal_year:yy}.csv', 2018],
    ['roster_2018-06-30.csv', 'roster_{fiscal_year}-06-30.csv', 2018],
    ['roster_2018-10-01.csv', 'roster_{fiscal_year-1}-10-01.csv', 2019],
    ['2024/gl.csv', '{fiscal_year}/gl.csv', 2024],
    ['sites.csv', 'sites.csv', null],
  ])('%s is read as %s', (name, pattern, year) => {
    expect(namedYear(name)).toMatchObject({ pattern, year });
  });
});

describe('how numbers, days and years are written', () => {
  test('dollar signs, thousands, parentheses and a minus behind are each seen', () => {
    expect(numberShape(['$1,234.50', '(20.00)', '7.10-', '3'])).toMatchObject({
      currency: true,
      thousands: true,
      parentheses: true,
      trailingMinus: true,
      largest: 1234.5,
    });
    expect(numberShape(['12', 'none'])).toBeUndefined();
  });

  test.each([
    [['07/04/2024', '12/31/2024'], '%m/%d/%Y'],
    [['04/07/2024', '31/12/2024'], '%d/%m/%Y'],
    [['20240704', '20241231'], '%Y%m%d'],
    [['4-Jul-24'], '%d-%b-%y'],
    [['100', '200'], undefined],
  ])('days such as %j are written %s', (values, format) => {
    expect(dateFormat(values)).toBe(format);
  });

  test('a range of years ends in its second year, and two years that are no neighbors are none', () => {
    expect(rangeEnd('2022-23')).toBe(2023);
    expect(rangeEnd('2011-2012')).toBe(2012);
    expect(rangeEnd('2011-2013')).toBeUndefined();
    expect(yearShape(['2023', '2024'])).toBe('number');
  });
});

describe('how a text is laid out', () => {
  test('titles stand above the header', () => {
    const text =
      'SPRINGFIELD SCHOOLS\nGL310   JULY 2024\nFUND;OBJECT;AMOUNT\n100;1110;5.00\n100;1120;6.00\n';
    expect(sniffText(text)).toMatchObject({ delimiter: ';', header: true, skipLines: 2, width: 3 });
  });

  test('a file whose first line is data has no header', () => {
    expect(sniffText('1010,2012,95.2\n1020,2012,91.1\n1030,2012,95.2\n')).toMatchObject({
      header: false,
    });
  });

  test('prose is no table', () => {
    const prose =
      'This file, which is long,\nsays what the others hold.\nNothing else, really, is in it, at all.\n';
    expect(sniffText(prose)).toBeUndefined();
  });

  test('columns of fixed width begin where a blank in all lines ends', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `100${i} TEACHER   00${i}00`);
    expect(fixedColumns(Array.from({ length: 300_000 }, () => '1'))).toBeUndefined();
    expect(fixedColumns(lines)).toEqual([
      { name: 'column_1', start: 1, width: 5 },
      { name: 'column_2', start: 6, width: 10 },
      { name: 'column_3', start: 16, width: 5 },
    ]);
  });

  test('of nested JSON the longest list of records is taken', () => {
    const schools = [
      { name: 'A', results: [{ y: 1 }, { y: 2 }] },
      { name: 'B', results: [{ y: 3 }] },
    ];
    expect(jsonLists({ schools })).toEqual([
      { path: 'schools[].results[]', records: 3 },
      { path: 'schools[]', records: 2 },
    ]);
  });
});
