import { Command, InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { serveReports } from '../../operations/serve-reports.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { stopSignal } from '../stop.ts';

interface Options {
  readonly home?: string;
  readonly port: number;
}

/** `reports serve`: the report that readers see and how it came to be, on this machine only. */
export function reportsCommand(): Command {
  const serve = new Command('serve')
    .description(
      'Shows the report site of the current edition to a browser on this machine; at /operations, what is fresh and how refreshes went.',
    )
    .argument('<district>', 'the folder with district.yaml')
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--port <number>', 'port to listen at; 0 takes a free one', portNumber, 8080)
    .addHelpText('after', '\nExample:\n  resource-map reports serve data/districts/riverbend')
    .action(run);
  return new Command('reports').description('The report site.').addCommand(serve);
}

async function run(given: string, options: Options): Promise<void> {
  const folder = districtFolder(given);
  const { district } = await readDistrict(folder);
  const signal = stopSignal();
  const server = await serveReports({
    home: join(homeFolder(options.home), district.id),
    districtFolder: folder,
    asked: { district: given, home: options.home },
    port: options.port,
    now: () => new Date(),
  });
  console.log(`${server.url} shows the report that readers see.`);
  console.log(`${server.url}operations shows what is fresh, what failed and why.`);
  console.log('Ctrl-C ends it.');
  signal.addEventListener('abort', () => server.close());
  await server.closed;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError('Write a number from 0 to 65535.');
}
