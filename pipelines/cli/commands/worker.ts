import { Command, InvalidArgumentError } from 'commander';
import { bytesIn } from '../../runtime/memory.ts';
import { homeFolder } from '../folders.ts';
import { stopSignal } from '../stop.ts';
import { wholeNumber } from '../whole-number.ts';

interface Options {
  readonly home?: string;
  readonly slots?: number;
  readonly memoryLimit?: number;
  readonly site: boolean;
  readonly drain: number;
}

/** `worker`: makes the steps of refreshes that a Temporal server hands out. */
export function workerCommand(): Command {
  return new Command('worker')
    .description('Works off refreshes that were started or scheduled on a Temporal server.')
    .option('--home <folder>', 'where outputs go (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--slots <number>', 'steps at once (default: by processors, at most 4)', wholeNumber)
    .option('--memory-limit <amount>', 'memory of the whole worker, such as 16GB', memory)
    .option('--no-site', 'build no report sites on this host')
    .option('--drain <seconds>', 'time that steps have to end when it is stopped', wholeNumber, 60)
    .addHelpText(
      'after',
      '\nThe server is found by TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and the other standard settings of Temporal.' +
        '\n\nExample:\n  TEMPORAL_ADDRESS=localhost:7233 resource-map worker --home /srv/resource-map',
    )
    .action(run);
}

async function run(options: Options): Promise<void> {
  const { runWorker } = await import('../../temporal/worker.ts');
  await runWorker({
    home: homeFolder(options.home),
    slots: options.slots,
    memory: options.memoryLimit,
    site: options.site,
    drain: options.drain,
    environment: process.env,
    signal: stopSignal(),
    say: (line) => console.log(line),
  });
}

function memory(text: string): number {
  const bytes = bytesIn(text);
  if (bytes !== undefined) return bytes;
  throw new InvalidArgumentError('Write a number and a unit, such as 16GB.');
}
