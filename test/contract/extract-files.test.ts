import { describe, expect, test } from 'vitest';
import { given, LEDGER, problemOf } from '../support/staging-situations.ts';

describe('the folder of extracts', () => {
  const row = 'year,fund,item,amount\n2024,01,A,1\n';

  test('the same content under two names is refused', async () => {
    const district = await given(LEDGER, { 'GL_FY2024.csv': row, 'GL_FY2024 copy.csv': row });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem.code).toBe('file_twice');
    expect(problem.message).toContain('GL_FY2024.csv');
  });

  test('a source without a file is refused, with the name that was looked for', async () => {
    const district = await given(LEDGER, { 'GL_FY2023.csv': row });
    const problem = await problemOf(district.stage('ledger'));
    expect(problem).toMatchObject({ code: 'file_missing' });
    expect(problem.what).toContain('GL_FY2024*.csv');
  });
});
