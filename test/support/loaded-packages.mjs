// Loaded before a command (node --import): at its end, writes which files of Temporal's packages it has loaded.
import { writeFileSync } from 'node:fs';
import Module from 'node:module';

const file = process.env['LOADED_PACKAGES_FILE'];
process.once('exit', () => {
  // They are CommonJS, so whoever imports them finds them in this cache.
  const loaded = Object.keys(Module._cache).filter((path) => path.includes('@temporalio'));
  writeFileSync(file, JSON.stringify(loaded));
});
