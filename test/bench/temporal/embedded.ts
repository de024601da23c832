import { refresh } from '../../../pipelines/local/refresh.ts';
import type { RefreshRequest } from '../../../pipelines/refresh/request.ts';

/** Asks for a refresh in this process. */
export interface EmbeddedTask {
  readonly request: RefreshRequest;
  readonly home: string;
  readonly threads: number;
}

/** What it took, in milliseconds, and the edition that it came to. */
export interface EmbeddedAnswer {
  readonly ms: number;
  readonly edition: string | null;
}

// A process of its own that lives through all rounds, as the worker does: both have loaded their code.
process.on('message', ({ request, home, threads }: EmbeddedTask) => {
  void (async () => {
    const started = performance.now();
    const { published } = await refresh(request, {
      home,
      threads,
      memoryLimit: undefined,
      environment: process.env,
      signal: new AbortController().signal,
      say: () => {},
      follow: () => {},
    });
    const ms = performance.now() - started;
    process.send?.({ ms, edition: published?.edition ?? null } satisfies EmbeddedAnswer);
  })();
});
