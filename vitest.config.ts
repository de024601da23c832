import { defineConfig } from 'vitest/config';

const setUp: Readonly<Record<string, readonly string[]>> = {
  // One site build serves the whole tier.
  sample: ['test/support/sample-home.ts'],
  live: ['test/support/temporal/find-server.ts'],
  deep: ['test/support/temporal/find-server.ts'],
};

// Their files are played side by side; in the others a file takes the whole machine.
const sideBySide: ReadonlySet<string> = new Set(['fast', 'sample']);

/** A tier is a folder of tests with a budget in seconds on two cores: see test/README.md. */
const tier = (name: string, include: string[], testTimeout: number) => ({
  test: {
    name,
    include,
    testTimeout,
    hookTimeout: testTimeout,
    fileParallelism: sideBySide.has(name),
    // Unless told, the runner leaves a core to itself: of two that is half.
    maxWorkers: sideBySide.has(name) ? '100%' : 1,
    // Its tests change nothing that others see, so what they import is loaded once for all: half the time.
    isolate: name !== 'fast',
    // A live test waits more than it works: some stories of a file are played side by side.
    maxConcurrency: 4,
    globalSetup: [...(setUp[name] ?? [])],
  },
});

export default defineConfig({
  test: {
    projects: [
      tier(
        'fast',
        [
          'test/{contract,config,profile,quality,coding,attribution,disclosure,graph,models,schedules,batch,operations,refresh,runtime,generate,house}/**/*.test.ts',
        ],
        30_000,
      ),
      tier('sample', ['test/{sample,faults,temporal,e2e}/**/*.test.ts'], 600_000),
      tier('real', ['test/real/**/*.test.ts'], 480_000),
      tier('live', ['test/live/**/*.test.ts'], 300_000),
      tier('deep', ['test/deep/**/*.test.ts'], 900_000),
    ],
  },
});
