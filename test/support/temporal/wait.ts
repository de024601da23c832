import { setTimeout as pause } from 'node:timers/promises';

/** The longest that anything is waited for. */
const SECONDS = 200;

/** Waits until `due` says so; true when it did, false when `over` did first. Asks every so many milliseconds. */
export async function until(
  due: () => boolean,
  over: () => boolean = () => false,
  every = 25,
): Promise<boolean> {
  const last = Date.now() + SECONDS * 1000;
  while (!due()) {
    if (over()) return false;
    if (Date.now() > last) throw new Error(`It did not come to it in ${SECONDS} seconds.`);
    await pause(every);
  }
  return true;
}
