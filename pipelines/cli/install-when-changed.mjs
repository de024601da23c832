// Runs before `npm start` and `npm test`, so it may use nothing that an install brings.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

for (const folder of [root, join(root, 'reports')]) {
  installWhenChanged(folder);
}

/** Installs a folder's packages when its lock file is not the one that was installed last. */
function installWhenChanged(folder) {
  const lock = join(folder, 'package-lock.json');
  if (!existsSync(lock)) return;
  const stamp = join(folder, 'node_modules', '.installed-lock-sha256');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;

  const name = relative(root, folder) || 'resource-map';
  console.log(`Installing the packages of ${name}, which may take some minutes ...`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { status } = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(stamp, hash);
}
