import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of outputs that all tests of the sample tier share: its one site build is there. */
    sampleHome: string;
  }
}

let home: string | undefined;

/** Once before the sample tier; nothing is refreshed until a test asks for it. */
export function setup(project: TestProject): void {
  home = mkdtempSync(join(tmpdir(), 'resource-map-sample-'));
  project.provide('sampleHome', home);
}

export function teardown(): void {
  if (home !== undefined) rmSync(home, { recursive: true, force: true });
}
