import { join } from 'node:path';
import { runCommand } from './command.ts';

/** Invents a small district in `folder`; 600 students, two whole years. Returns the folder of the district. */
export async function inventSmallDistrict(
  folder: string,
  options: readonly string[] = [],
): Promise<string> {
  const district = join(folder, 'district');
  const years = ['--years', '2', '--through-period', '0'];
  const size = ['--students', '600', ...years, '--ledger-lines', '4000'];
  const made = await runCommand(['generate', district, ...size, ...options]);
  if (made.code !== 0) throw new Error(made.output);
  return district;
}
