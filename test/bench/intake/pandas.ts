import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { WorkAnswer } from './work.ts';

const run = promisify(execFile);
const packages = ['pandas==3.0.0', 'pyarrow==26.0.1'];

/** Where Python with pandas is; made in `folder` where it can be, else the reason why not. */
export async function findPandas(
  folder: string,
): Promise<{ readonly python: string } | { readonly missing: string }> {
  const python = join(folder, 'python', 'bin', 'python');
  try {
    if (!existsSync(python)) {
      await run('python3', ['-m', 'venv', join(folder, 'python')]);
      const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
      await run(python, [...install, ...packages]);
    }
    await run(python, ['-c', 'import pandas, pyarrow']);
    return { python };
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { missing: reason };
  }
}

/** The same work by pandas. */
export async function checkWithPandas(
  python: string,
  file: string,
  target: string,
): Promise<Pick<WorkAnswer, 'cpu' | 'peakBytes' | 'rows' | 'setAside'>> {
  const script = join(import.meta.dirname, 'by_pandas.py');
  const { stdout } = await run(python, [script, file, target]);
  return JSON.parse(stdout) as Pick<WorkAnswer, 'cpu' | 'peakBytes' | 'rows' | 'setAside'>;
}
