import { appendFileSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { siteLeftovers } from '../../../pipelines/runtime/product.ts';
import { repository } from '../repository.ts';

/** Copies the sources of the product into `folder`, which then runs as another version of it, with the same packages. */
export function copyProduct(folder: string): string {
  mkdirSync(folder);
  const sources = ['package.json', 'package-lock.json', 'tsconfig.json', 'data/standards'];
  for (const name of [...sources, 'transforms', 'sql', 'pipelines', 'reports']) {
    cpSync(join(repository, name), join(folder, name), {
      recursive: true,
      filter: (path) => !siteLeftovers.test(basename(path)),
    });
  }
  for (const name of ['node_modules', 'reports/node_modules']) {
    symlinkSync(join(repository, name), join(folder, name));
  }
  return folder;
}

/** A comment more in what decides what a step makes: the same results by other code. */
export function addComment(product: string): void {
  appendFileSync(join(product, 'transforms/problem.ts'), '\n// The next version.\n');
}

/** The name of the step that `addEndlessCheck` adds. */
export const endlessStep = 'checks.endless';

/** A check that the engine would work on for days. */
export function addEndlessCheck(product: string): void {
  const names = Array.from({ length: 16 }, (_, i) => `s${i}`);
  const text = `/*
title: It has an end.
severity: block
fix: Wait.
key: [what]
partition: none
description: >
  Looks at every combination of many lines.
*/
with spending as (
    select * from marts.spending
)

select format('{} lines', count(*)) as what
from ${names.map((name) => `spending as ${name}`).join(', ')}
having min(hash(${names.map((name) => `${name}.amount`).join(', ')})) = 0
`;
  writeFileSync(join(product, 'sql/checks/endless.sql'), text);
}
