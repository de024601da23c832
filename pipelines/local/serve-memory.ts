import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { District } from '../../transforms/config/district.ts';
import type { Schedule } from '../../transforms/config/schedule.ts';
import { Problem } from '../../transforms/problem.ts';
import { calendarOf } from '../../transforms/schedules/calendar-of.ts';
import { cronText } from '../../transforms/schedules/cron.ts';
import { readTextIfThere, replaceFile } from '../runtime/files.ts';
import { ofKnownFormat } from '../runtime/known-format.ts';
import { markOf, type ProcessMark, stillRuns } from '../runtime/processes.ts';

/** What is remembered of one schedule. */
export interface Remembered {
  /** What its times mean; with other times it is another schedule, which starts from now. */
  readonly times: string;
  /** The last declared time that was dealt with, or when the schedule was first seen. */
  readonly handled: string;
  /** The declared time of a refresh that has started and has not ended yet. */
  readonly open: { readonly nominal: string; readonly tries: number } | null;
}

interface MemoryFile {
  readonly format: 1;
  /** Who keeps the clock of this district. */
  readonly served_by: (ProcessMark & { readonly host: string }) | null;
  readonly schedules: Readonly<Record<string, Remembered>>;
}

const NOTHING: MemoryFile = { format: 1, served_by: null, schedules: {} };

/** What a clock of schedules must know when it starts again: `schedules.json` in the home of a district. */
export class Memory {
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly home: string,
    private file: MemoryFile,
  ) {}

  /** Opens it for this process. Refused while another process of this machine keeps the clock. */
  static async open(home: string): Promise<Memory> {
    const path = join(home, 'schedules.json');
    const text = await readTextIfThere(path);
    const file = text === undefined ? NOTHING : parse(text, path);
    const other = file.served_by;
    if (other && other.host === hostname() && other.pid !== process.pid && stillRuns(other)) {
      throw new Problem({
        code: 'already_served',
        what: `Another process (number ${other.pid}) keeps the schedules of this district already.`,
        fix: 'End it first, or leave it to that one.',
        where: { file: home },
      });
    }
    const memory = new Memory(home, file);
    const mark = markOf(process.pid);
    await memory.write(() => ({ served_by: mark ? { ...mark, host: hostname() } : null }));
    return memory;
  }

  /** What is known of a schedule; one that was never seen, or that has other times now, starts from now. */
  async of(
    schedule: Schedule,
    { time_zone }: District['district'],
    now: Date,
  ): Promise<Remembered> {
    const times = `${cronText(calendarOf(schedule))} ${time_zone}`;
    const known = this.file.schedules[schedule.id];
    if (known?.times === times) return known;
    const fresh = { times, handled: now.toISOString(), open: null };
    await this.keep(schedule.id, fresh);
    return fresh;
  }

  async keep(id: string, remembered: Partial<Remembered>): Promise<void> {
    await this.write(({ schedules }) => {
      const known = schedules[id] ?? { times: '', handled: '', open: null };
      return { schedules: { ...schedules, [id]: { ...known, ...remembered } } };
    });
  }

  /** Lets another process keep the clock. */
  async close(): Promise<void> {
    await this.write(() => ({ served_by: null }));
  }

  /** One change after the other; what could not be written is not remembered either. */
  private write(change: (file: MemoryFile) => Partial<MemoryFile>): Promise<void> {
    const written = this.writing.then(async () => {
      const file = { ...this.file, ...change(this.file) };
      await mkdir(this.home, { recursive: true });
      await replaceFile(join(this.home, 'schedules.json'), `${JSON.stringify(file, null, 2)}\n`);
      this.file = file;
    });
    this.writing = written.catch(() => {});
    return written;
  }
}

function parse(text: string, path: string): MemoryFile {
  return ofKnownFormat(JSON.parse(text) as MemoryFile, {
    code: 'schedules_file_unknown',
    what: 'schedules.json of this district',
    file: path,
  });
}
