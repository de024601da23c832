import { Command, CommanderError } from 'commander';
import { approveCommand } from './commands/approve.ts';
import { backfillCommand } from './commands/backfill.ts';
import { checkCommand } from './commands/check.ts';
import { dictionaryCommand } from './commands/dictionary.ts';
import { gcCommand } from './commands/gc.ts';
import { generateCommand } from './commands/generate.ts';
import { initCommand } from './commands/init.ts';
import { quarantineCommand } from './commands/quarantine.ts';
import { refreshCommand } from './commands/refresh.ts';
import { reportsCommand } from './commands/reports.ts';
import { scheduleCommand } from './commands/schedule.ts';
import { serveCommand } from './commands/serve.ts';
import { statusCommand } from './commands/status.ts';
import { workerCommand } from './commands/worker.ts';
import { exitCodeOf, printError } from './errors.ts';

/** Runs one command and sets the exit code: 0 done, 1 failed, 2 wrong usage, 3 blocked by a check, 130 stopped. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('resource-map')
    .description("Maps a district's dollars to purposes and schools, from the files that it has.")
    .showHelpAfterError('(add --help for an example)')
    .exitOverride();
  const commands = [
    initCommand(),
    checkCommand(),
    refreshCommand(),
    backfillCommand(),
    approveCommand(),
    quarantineCommand(),
    statusCommand(),
    serveCommand(),
    scheduleCommand(),
    reportsCommand(),
    dictionaryCommand(),
    gcCommand(),
    generateCommand(),
    workerCommand(),
  ];
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
