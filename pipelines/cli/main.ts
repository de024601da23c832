import { Command, CommanderError } from 'commander';
import { exitCodeOf, printError } from './errors.ts';

/** In the order of the help. Each is loaded when it is asked for, since loading all takes most of the time of a start. */
const COMMANDS = new Map<string, () => Promise<Command>>([
  ['init', async () => (await import('./commands/init.ts')).initCommand()],
  ['check', async () => (await import('./commands/check.ts')).checkCommand()],
  ['refresh', async () => (await import('./commands/refresh.ts')).refreshCommand()],
  ['backfill', async () => (await import('./commands/backfill.ts')).backfillCommand()],
  ['approve', async () => (await import('./commands/approve.ts')).approveCommand()],
  ['quarantine', async () => (await import('./commands/quarantine.ts')).quarantineCommand()],
  ['status', async () => (await import('./commands/status.ts')).statusCommand()],
  ['serve', async () => (await import('./commands/serve.ts')).serveCommand()],
  ['schedule', async () => (await import('./commands/schedule.ts')).scheduleCommand()],
  ['reports', async () => (await import('./commands/reports.ts')).reportsCommand()],
  ['dictionary', async () => (await import('./commands/dictionary.ts')).dictionaryCommand()],
  ['gc', async () => (await import('./commands/gc.ts')).gcCommand()],
  ['generate', async () => (await import('./commands/generate.ts')).generateCommand()],
  ['worker', async () => (await import('./commands/worker.ts')).workerCommand()],
]);

/** Runs one command and sets the exit code: 0 done, 1 failed, 2 wrong usage, 3 blocked by a check, 130 stopped. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('resource-map')
    .description("Maps a district's dollars to purposes and schools, from the files that it has.")
    .showHelpAfterError('(add --help for an example)')
    .exitOverride();
  const asked = COMMANDS.get(argv[2] ?? '');
  // The help lists all of them, and so does what is said of a name that is none.
  const loaders = asked === undefined ? [...COMMANDS.values()] : [asked];
  const commands = await Promise.all(loaders.map((load) => load()));
  for (const command of commands) program.addCommand(overrideExit(command));
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // It has printed its message, or the help that was asked for.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    printError(error);
    process.exitCode = exitCodeOf(error);
  }
}

/** A command of a command inherits nothing by itself. */
function overrideExit(command: Command): Command {
  command.exitOverride().showHelpAfterError('(add --help for an example)');
  for (const below of command.commands) overrideExit(below);
  return command;
}
