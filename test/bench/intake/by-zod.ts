import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { parse } from 'csv-parse';
import { z } from 'zod';

const code = z
  .string()
  .regex(/^[\p{L}\p{N}._-]{1,120}$/u)
  .nullable();
const notDamaged = code.refine((text) => text === null || !/^\d(?:\.\d+)?E[+-]?\d+$/.test(text));
const amount = z
  .string()
  .regex(
    /^-?\$?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?$|^\(\$?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?\)$/,
  )
  .transform((text) => {
    const [whole = '', cents = ''] = text.replace(/[$,()-]/g, '').split('.');
    const value = BigInt(whole + cents.padEnd(2, '0'));
    return /^[(-]/.test(text) ? -value : value;
  });

/** The ledger's rows as somebody who knows zod would declare them. */
const line = z.object({
  Year: z.coerce.number().int().min(1990).max(2100),
  Period: z.coerce.number().int().min(0).max(16),
  Posted: z.iso.date().nullable(),
  Journal: notDamaged,
  Line: z.coerce.number().int().min(0).nullable(),
  Type: z.enum(['actual', 'encumbrance', 'budget_original', 'budget_revised']),
  Fund: notDamaged,
  Function: notDamaged,
  Object: notDamaged,
  Program: notDamaged,
  Project: notDamaged,
  Job: notDamaged,
  Site: notDamaged,
  Amount: amount,
  Memo: z.string().max(4000).nullable(),
  Vendor: z.string().max(4000).nullable(),
});

/** The same work row by row: reads, checks and types the lines, finds repeated ones, writes the good as lines of JSON. */
export async function checkWithZod(
  file: string,
  target: string,
): Promise<{ readonly rows: number; readonly setAside: number }> {
  const out = createWriteStream(target);
  const seen = new Set<string>();
  let rows = 0;
  let setAside = 0;
  const records = createReadStream(file).pipe(
    parse({ columns: true, cast: (cell, { header }) => (header || cell !== '' ? cell : null) }),
  );
  for await (const record of records) {
    rows += 1;
    const { success, data } = line.safeParse(record);
    const key = success ? `${data.Year} ${data.Journal ?? ''} ${data.Line ?? ''}` : '';
    if (!success || seen.has(key)) {
      setAside += 1;
      continue;
    }
    seen.add(key);
    const text = JSON.stringify({ ...data, Amount: String(data.Amount), record: rows });
    if (!out.write(`${text}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return { rows, setAside };
}
