/** Exit code of a command that was stopped, as shells have it. */
export const stoppedExit = 130;

/** A signal that aborts when the person presses Ctrl-C or the system asks to end; a second time ends at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(stoppedExit);
    controller.abort(new Error('The run was stopped.'));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}
