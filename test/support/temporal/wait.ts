import { setTimeout as pause } from 'node:timers/promises';

/** Waits until `due` says so; true when it did, false when `over` did first. */
export async function until(
  due: () => boolean,
  over: () => boolean = () => false,
  seconds = 200,
): Promise<boolean> {
  const last = Date.now() + seconds * 1000;
  while (!due()) {
    if (over()) return false;
    if (Date.now() > last) throw new Error(`It did not come to it in ${seconds} seconds.`);
    // What happens inside a publish takes milliseconds: a longer pause would sleep through it.
    await pause(1);
  }
  return true;
}
