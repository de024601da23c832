import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MACROS } from '../../sql/macros.ts';
import { Engine, type EngineOptions } from '../runtime/duckdb.ts';
import type { MakeRequest } from './make.ts';

interface WithEngineOptions extends Pick<EngineOptions, 'withoutOptimizers' | 'threads'> {
  /** Files that are no relation, such as one that was sent. */
  readonly alsoReads?: readonly string[];
}

/**
 * A step's own engine: it holds views of the step's inputs and nothing else, may read no file but those and
 * its own directory's, and is closed when `use` ends.
 */
export async function withEngine<T>(
  request: Pick<MakeRequest, 'inputs' | 'directory' | 'context'>,
  use: (engine: Engine) => Promise<T>,
  { alsoReads = [], ...options }: WithEngineOptions = {},
): Promise<T> {
  const { context, directory, inputs } = request;
  const spill = join(directory, 'spill');
  const engine = await Engine.open({
    ...context.engine,
    ...options,
    macros: MACROS,
    signal: context.signal,
    temporaryDirectory: spill,
  });
  try {
    await engine.view(inputs);
    await engine.confine(
      directory,
      inputs.flatMap((input) => input.files),
      alsoReads,
    );
    return await use(engine);
  } finally {
    engine.close();
    await rm(spill, { recursive: true, force: true });
  }
}
