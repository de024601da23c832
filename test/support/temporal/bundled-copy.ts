import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';

/** What stands in a bundle of workflows. */
const bundled = [
  'package.json',
  'tsconfig.json',
  'pipelines/graph',
  'pipelines/temporal/workflows',
  'pipelines/temporal/build-bundle.mjs',
];

/** Copies the workflows into `folder`, changes a file of the copy, and bundles it as the product does. */
export function bundleOfCopy(
  folder: string,
  file: string,
  change: (text: string) => string,
): string {
  mkdirSync(folder);
  for (const path of bundled)
    cpSync(join(repository, path), join(folder, path), { recursive: true });
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
  const before = readFileSync(join(folder, file), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`The test changed nothing in ${file}.`);
  writeFileSync(join(folder, file), after);
  const bundle = join(folder, 'bundle.js');
  const builder = join(folder, 'pipelines/temporal/build-bundle.mjs');
  execFileSync(process.execPath, [builder, bundle], { stdio: 'pipe' });
  return bundle;
}
