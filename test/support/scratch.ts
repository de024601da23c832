import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** An empty folder that goes away when the file's tests have ended. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `resource-map-${name}-`));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
