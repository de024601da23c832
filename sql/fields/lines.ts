import type { Field } from './field.ts';

/** Which line of which file: the way back to the source. */
export const linesFields = {
  source_id: { describe: 'The source, as district.yaml names it.', release: 'label' },
  source_file_key: { describe: 'The file: the first 16 hex digits of the sha256 of its bytes.' },
  record_no: {
    describe: 'The record of the file, counted from 1 with its header and title lines.',
  },
  record_part: { describe: 'The part of a record that became several rows, from 1.' },
  part: { describe: 'The part of a line that a rule splits, from 1.' },
  extract: { describe: 'The kind of file that rows came in.', release: 'label' },
  journal_id: { describe: 'The journal entry of a ledger line.' },
  fiscal_period: {
    describe:
      'The period of the fiscal year, 0 to 16; of a balance or budget the last that it includes.',
  },
  account_string: { describe: 'The account as the ledger prints it.' },
  description: { describe: 'The description of a ledger line.' },
  vendor_name: { describe: 'The vendor of a ledger line.' },
  is_replaced: {
    describe: 'True for a balance or budget that a later one of the same year stands in for.',
  },
  pool_key: {
    describe: 'The pool of ledger dollars that share every code and driver: 16 hex digits.',
  },
  basis_pool_key: { describe: 'The pool of salaries that benefits follow.' },
  staff_key: {
    describe: 'A person under a pseudonym that only the holder of the secret can make.',
  },
  student_key: {
    describe: 'A student under a pseudonym that only the holder of the secret can make.',
  },
} as const satisfies Readonly<Record<string, Field>>;
