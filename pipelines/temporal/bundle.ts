import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Problem } from '../../transforms/problem.ts';
import { hashJson, sha256 } from '../runtime/canonical-json.ts';
import { filesBelow } from '../runtime/files.ts';
import { productFolder } from '../runtime/product.ts';

const builder = fileURLToPath(new URL('./build-bundle.mjs', import.meta.url));

/** What is bundled: the workflows, and the kernel that they share with the embedded runner. */
const bundledRooms = ['pipelines/temporal/workflows', 'pipelines/graph'] as const;

/**
 * The file with the workflows as one script, built once for these sources. Building takes a bundler and 300 MB, so it
 * happens in a process of its own and is kept: a worker starts with what was built before.
 */
export async function workflowBundle(): Promise<string> {
  const folder = join(productFolder, 'node_modules', '.cache', 'resource-map');
  const file = join(folder, `workflows-${(await bundleVersion()).slice(0, 16)}.js`);
  if (existsSync(file)) return file;
  await mkdir(folder, { recursive: true });
  try {
    await promisify(execFile)(process.execPath, [builder, file]);
  } catch (error) {
    throw new Problem({
      code: 'workflow_bundle_failed',
      what: 'The workflows could not be bundled.',
      fix: 'Run npm ci and start the worker again.',
      cause: error,
    });
  }
  return file;
}

/** A digest of the sources and of the package that bundles them. */
async function bundleVersion(): Promise<string> {
  const paths = await Promise.all(
    bundledRooms.map(async (room) =>
      (await filesBelow(join(productFolder, room))).map((path) => `${room}/${path}`),
    ),
  );
  const names = [...paths.flat(), 'package-lock.json'];
  const hashes = names.map(async (path) => [
    path,
    sha256(await readFile(join(productFolder, path))),
  ]);
  return hashJson(await Promise.all(hashes));
}
