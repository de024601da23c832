// Asks every command of the program for its help, in one process.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../../pipelines/cli/main.ts');

/** The help of a command, and of the commands below it. */
async function help(names) {
  let text = '';
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (part) => ((text += part), true);
  await main(['node', 'resource-map', ...names, '--help']);
  process.stdout.write = write;
  write(text);
  const [, list = ''] = text.split('Commands:');
  for (const [, name] of list.matchAll(/^ {2}([a-z]+)/gm)) {
    if (name !== 'help') await help([...names, name]);
  }
}

await help([]);
