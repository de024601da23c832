import { Command, InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { Problem } from '../../../transforms/problem.ts';
import { readDistrict } from '../../refresh/read-district.ts';
import { Editions } from '../../runtime/editions.ts';
import { serveFolder } from '../../runtime/static-server.ts';
import { districtFolder, homeFolder } from '../folders.ts';
import { stopSignal } from '../stop.ts';

interface Options {
  readonly home?: string;
  readonly port: number;
}

/** `reports serve`: the site of the current edition, on this machine only. */
export function reportsCommand(): Command {
  const serve = new Command('serve')
    .description('Shows the report site of the current edition to a browser on this machine.')
    .argument('<district>', 'the folder with district.yaml')
    .option('--home <folder>', 'where outputs are (default: RESOURCE_MAP_HOME, else data/local)')
    .option('--port <number>', 'port to listen at; 0 takes a free one', portNumber, 8080)
    .addHelpText('after', '\nExample:\n  resource-map reports serve data/districts/riverbend')
    .action(run);
  return new Command('reports').description('The report site.').addCommand(serve);
}

async function run(given: string, options: Options): Promise<void> {
  const district = await readDistrict(districtFolder(given));
  const editions = new Editions(join(homeFolder(options.home), district.district.id));
  const current = await editions.pointer.read();
  if (!current || !(await editions.hasSite(current.edition))) {
    throw new Problem({
      code: 'site_missing',
      what: current
        ? `Edition ${current.edition} has no report site.`
        : `Nothing is published of ${district.district.name} yet.`,
      fix: `Run: npx resource-map refresh ${given}`,
    });
  }
  const signal = stopSignal();
  const server = await serveFolder(join(editions.folder(current.edition), 'site'), options.port);
  console.log(`${server.url} shows edition ${current.edition}. Ctrl-C ends it.`);
  signal.addEventListener('abort', () => server.close());
  await server.closed;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port < 65_536) return port;
  throw new InvalidArgumentError('Write a number from 0 to 65535.');
}
