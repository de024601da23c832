import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium that is installed here, else the one that comes as an npm package. */
export async function openBrowser(): Promise<Browser> {
  const installed = names.flatMap(inPath)[0];
  try {
    return installed === undefined ? await openBundled() : await open(installed, ['--no-sandbox']);
  } catch (error) {
    throw new Error(
      'No browser starts here. On Debian: `apt-get install chromium`, or the libraries that the ' +
        'bundled browser needs: `apt-get install libnss3 libnspr4 libexpat1`.',
      { cause: error },
    );
  }
}

async function openBundled(): Promise<Browser> {
  const { default: bundled } = await import('@sparticuz/chromium');
  return open(await bundled.executablePath(), bundled.args);
}

function open(executablePath: string, args: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath, args: [...args], headless: true });
}

function inPath(name: string): string[] {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .filter((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}
