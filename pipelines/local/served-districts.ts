import { basename } from 'node:path';
import { Problem } from '../../transforms/problem.ts';
import { factsOf } from '../refresh/failure.ts';
import { ServedDistrict } from './serve-district.ts';
import type { News, ServeEvent } from './serve-events.ts';
import type { Folders } from './serve-occasion.ts';

type Tell = (
  about: Pick<ServedDistrict, 'district'>,
  schedule: string | null,
  news: ServeEvent['news'],
) => void;

/** The districts that one process serves. What goes wrong with one is told once, and is no matter of the others. */
export class ServedDistricts {
  private readonly opened = new Map<Folders, ServedDistrict>();
  private readonly troubles = new Map<string, string>();

  constructor(
    private readonly folders: readonly Folders[],
    private readonly home: string,
    private readonly tell: Tell,
  ) {}

  /** Those that could be opened so far, after another try with those that could not. */
  async all(): Promise<readonly ServedDistrict[]> {
    for (const folders of this.folders) {
      if (this.opened.has(folders)) continue;
      const about = { district: unread(folders) };
      await this.guard(about, 'opening', async () => {
        this.opened.set(folders, await this.open(folders));
      });
    }
    return [...this.opened.values()];
  }

  /** Where not one can be opened, nobody waits for a clock: the first says why. */
  async openFirst(): Promise<void> {
    const problems: unknown[] = [];
    for (const folders of this.folders) {
      try {
        this.opened.set(folders, await this.open(folders));
      } catch (error) {
        problems.push(error);
      }
    }
    if (this.opened.size === 0 && problems.length > 0) throw problems[0];
  }

  /** Does something for a district; tells what keeps it from being done, once until it is done or is another thing. */
  async guard(
    about: Pick<ServedDistrict, 'district'>,
    what: string,
    work: () => Promise<void>,
  ): Promise<boolean> {
    const key = `${about.district.id}\n${what}`;
    try {
      await work();
      this.troubles.delete(key);
      return true;
    } catch (error) {
      const facts = factsOf(error);
      const news: News = { kind: 'problem', facts };
      if (this.troubles.get(key) !== facts.message) this.tell(about, null, news);
      this.troubles.set(key, facts.message);
      return false;
    }
  }

  async close(): Promise<void> {
    for (const source of this.opened.values()) {
      await this.guard(source, 'closing', () => source.close());
    }
  }

  private async open(folders: Folders): Promise<ServedDistrict> {
    const source = await ServedDistrict.open(folders, this.home, this.tell);
    const { id } = source.district;
    if (![...this.opened.values()].some(({ district }) => district.id === id)) return source;
    throw new Problem({
      code: 'district_twice',
      what: `Another of the folders declares the district ${id} too.`,
      fix: 'Give each district an id of its own.',
      where: { file: folders.districtFolder },
    });
  }
}

/** A district whose configuration was never read is known by its folder only. */
function unread({ districtFolder }: Folders): ServedDistrict['district'] {
  const name = basename(districtFolder);
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { id: name, name, state: '', time_zone: timeZone };
}
