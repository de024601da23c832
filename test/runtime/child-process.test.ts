import { spawn } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { endOrphans, runChild } from '../../pipelines/runtime/child-process.ts';
import { markOf, stillRuns } from '../../pipelines/runtime/processes.ts';
import { temporaryFolder } from '../support/folders.ts';

const sleep = ['-e', 'console.log("started"); setInterval(() => {}, 1000)'];
const run = (noteFolder: string, args: readonly string[], more = {}) =>
  runChild({
    command: process.execPath,
    args,
    cwd: noteFolder,
    env: process.env,
    noteFolder,
    signal: new AbortController().signal,
    said: () => {},
    ...more,
  });

describe('a program that a step runs', () => {
  test('is waited for, and its words are passed on', async () => {
    const folder = await temporaryFolder();
    let said = '';
    const code = await run(folder, ['-e', 'console.log("done"); process.exit(3)'], {
      said: (text: string) => (said += text),
    });
    expect([code, said]).toEqual([3, 'done\n']);
    expect(await readdir(folder)).toEqual([]);
  });

  test('is ended when the run is stopped, and leaves no note', async () => {
    const folder = await temporaryFolder();
    const stop = new AbortController();
    const ended = run(folder, sleep, { signal: stop.signal, said: () => stop.abort() });
    await expect(ended).rejects.toThrow();
    expect(await readdir(folder)).toEqual([]);
  });

  test('that a killed run left behind is ended; another program with its number is not', async () => {
    const folder = await temporaryFolder();
    const start = () => {
      const child = spawn(process.execPath, sleep, { detached: true });
      const gone = new Promise((resolve) => child.once('exit', resolve));
      return { pid: child.pid ?? 0, gone };
    };
    const orphan = start();
    const stranger = start();
    const note = (pid: number, mark: object) =>
      writeFile(join(folder, `${pid}.process.json`), JSON.stringify(mark));
    await note(orphan.pid, { ...markOf(orphan.pid) });
    await note(stranger.pid, { pid: stranger.pid, started: 'at another time' });

    await endOrphans(folder);
    await orphan.gone;
    const mark = markOf(stranger.pid);
    expect(mark && stillRuns(mark)).toBe(true);
    process.kill(stranger.pid, 'SIGKILL');
    await stranger.gone;
  });
});
