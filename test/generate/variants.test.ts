import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { reportCents } from '../support/generated-ledger.ts';
import { scratchFolder } from '../support/scratch.ts';
import { toCents } from '../support/split-cents.ts';
import { writeDelimitedVariant } from '../support/variants/delimited-variant.ts';
import { writeFixedWidthVariant } from '../support/variants/fixed-width-variant.ts';
import { riverbendTables } from '../support/variants/riverbend-tables.ts';
import type { VariantFile } from '../support/variants/variant.ts';
import { writeWorkbookVariant } from '../support/variants/workbook-variant.ts';

const tables = riverbendTables();
const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((all, it) => all + it, 0n);
const ledgerCents = sum(tables.ledger.rows.map((row) => toCents(row['amount'] ?? '')));
const extracts = [
  'account_codes',
  'control_totals',
  'earn_codes',
  'enrollment_counts',
  'gl_transactions',
  'organizations',
  'outcome_aggregates',
  'payroll_lines',
  'staff_assignments',
  'staff_roster',
];
const fileOf = (key: readonly VariantFile[], extract: string): VariantFile => {
  const found = key.find((it) => it.extract === extract);
  if (!found) throw new Error(`No file of the variant is ${extract}.`);
  return found;
};

describe('the sample district as other systems send it', () => {
  it('has the same ledger with debit and credit between semicolons, in windows-1252 under titles', () => {
    const folder = scratchFolder('delimited');
    const key = writeDelimitedVariant(folder);
    expect(key.map(({ extract }) => extract).sort()).toEqual(extracts);
    const { file, columns } = fileOf(key, 'gl_transactions');
    const bytes = readFileSync(join(folder, file));
    expect(bytes.includes(0x92)).toBe(true);
    const rows: Record<string, string>[] = parse(bytes.toString('latin1'), {
      columns: true,
      delimiter: ';',
      from_line: 4,
    });
    expect(Object.keys(rows[0] ?? {})).toEqual(Object.keys(columns));
    expect(
      sum(rows.map((row) => reportCents(row['Debit'] ?? '') - reportCents(row['Credit'] ?? ''))),
    ).toBe(ledgerCents);
  });

  it('has the same ledger on one sheet of many, with true numbers and dates', async () => {
    const folder = scratchFolder('workbook');
    const key = writeWorkbookVariant(folder);
    expect(key.map(({ extract }) => extract).sort()).toEqual(extracts);
    const { file, sheet, columns } = fileOf(key, 'gl_transactions');
    const book = await readXlsx(readFileSync(join(folder, file)));
    expect(book.sheets.map(({ name }) => name)).toEqual(key.map((it) => it.sheet));
    const [header = [], ...rows] = book.sheets.find(({ name }) => name === sheet)?.rows ?? [];
    expect(header).toEqual(Object.keys(columns));
    const amount = header.indexOf('MONETARY_AMOUNT');
    expect(sum(rows.map((row) => BigInt(Math.round(Number(row[amount]) * 100))))).toBe(ledgerCents);
    expect(rows[0]?.[header.indexOf('JOURNAL_DATE')]).toBeInstanceOf(Date);
  });

  it('has the same ledger in fixed columns, the account in one string, the rest as JSON lines', () => {
    const folder = scratchFolder('fixed-width');
    const key = writeFixedWidthVariant(folder);
    expect(key.map(({ extract }) => extract).sort()).toEqual(extracts);
    const lines = readFileSync(join(folder, fileOf(key, 'gl_transactions').file), 'utf8')
      .trimEnd()
      .split('\n');
    const at = lines[0]?.indexOf('EXPENDED') ?? 0;
    expect(sum(lines.slice(1).map((line) => reportCents(line.slice(at).trim())))).toBe(ledgerCents);
    const paid = fileOf(key, 'payroll_lines');
    const objects = readFileSync(join(folder, paid.file), 'utf8').trimEnd().split('\n');
    expect(objects).toHaveLength(tables.payroll.rows.length);
    expect(Object.keys(JSON.parse(objects[0] ?? '{}') as object)).toEqual(
      Object.keys(paid.columns),
    );
  });
});
