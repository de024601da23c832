import { join } from 'node:path';
import { runCommand } from './command.ts';

/** Invents a small district in `folder`; 600 students, two years. Returns the folder of the district. */
export async function inventSmallDistrict(
  folder: string,
  options: readonly string[] = [],
): Promise<string> {
  const district = join(folder, 'district');
  const size = ['--students', '600', '--years', '2', '--ledger-lines', '4000'];
  const made = await runCommand(['generate', district, ...size, ...options]);
  if (made.code !== 0) throw new Error(made.output);
  return district;
}
