import type { EditionFacts } from '../../refresh/edition-facts.ts';
import type { KnownStep } from './stored-steps.ts';

/** An edition as its manifest names it, and the keys of the steps that the run which made it has used. */
export interface KeptEdition extends Pick<EditionFacts, 'files' | 'built'> {
  readonly used: ReadonlySet<string>;
}

/**
 * The steps that editions are made of: package, DuckDB file and site by what the manifest says of them, and all that
 * those were made from, by the bytes that each step read. Where the log of a run is there, it names the very steps;
 * checks, which nothing reads, else belong to an edition when they read what it holds.
 */
export function keptSteps(
  steps: readonly KnownStep[],
  editions: readonly KeptEdition[],
): ReadonlySet<KnownStep> {
  const closure = new Closure(steps);
  const used = new Set(editions.flatMap((edition) => [...edition.used]));
  closure.add(steps.filter(({ key }) => used.has(key)));
  for (const edition of editions) closure.add(rootsOf(edition, steps));
  closure.addChecks();
  return closure.kept;
}

function rootsOf({ files, built }: KeptEdition, steps: readonly KnownStep[]): KnownStep[] {
  const hashes = Object.values(files).map(({ sha256 }) => sha256);
  const keys = new Set(Object.values(built));
  const packages = steps
    .filter(({ asset, files: own }) => asset === 'package' && hashes.every((h) => own.has(h)))
    .sort(lastUsedFirst);
  return [...packages.slice(0, 1), ...steps.filter(({ key }) => keys.has(key))];
}

/** Steps of one asset and partition that wrote the same bytes, as with another version of the program. */
type Place = readonly KnownStep[];

class Closure {
  readonly kept = new Set<KnownStep>();
  /** By relation and bytes, the places that wrote them. */
  private readonly places: ReadonlyMap<string, readonly Place[]>;
  private readonly unclear: { readonly places: readonly Place[]; readonly wanted: number }[] = [];

  constructor(private readonly steps: readonly KnownStep[]) {
    this.places = placesOf(steps);
  }

  /** Keeps steps and all that they were made from; of a place that wrote the same bytes twice, one step. */
  add(roots: readonly KnownStep[]): void {
    const waiting = [...roots];
    for (;;) {
      const step = waiting.pop() ?? this.clear();
      if (!step) return;
      if (this.kept.has(step)) continue;
      this.kept.add(step);
      for (const [name, wanted] of countInputs(step)) {
        const places = this.places.get(name) ?? [];
        // A table of a year mostly reads that year, also where an empty table of another one has the same bytes.
        const own = places.filter(([made]) => made?.partition === step.partition);
        if (own.length === wanted) waiting.push(...this.missing(own));
        else if (places.length > wanted) this.unclear.push({ places, wanted });
        else waiting.push(...this.missing(places));
      }
    }
  }

  /** The step that was used last, of each place of which none is kept. */
  private missing(places: readonly Place[]): readonly KnownStep[] {
    return places
      .filter((place) => !place.some((step) => this.kept.has(step)))
      .flatMap((place) => place.slice(0, 1))
      .sort(lastUsedFirst);
  }

  /**
   * Many places may have written the same bytes, as all files without a bad row have the same empty list of them. Which
   * of them was read is mostly known by then, since another of their outputs was read too; else it is the last used.
   */
  private clear(): KnownStep | undefined {
    for (let next = this.unclear.pop(); next; next = this.unclear.pop()) {
      const { places, wanted } = next;
      const missing = this.missing(places);
      if (places.length - missing.length >= wanted || !missing[0]) continue;
      this.unclear.push(next);
      return missing[0];
    }
    return undefined;
  }

  /** Of several versions of a check that read the same, the last used. */
  addChecks(): void {
    const known = new Map<KnownStep, boolean>();
    const done = new Set<string>();
    for (const step of [...this.steps].sort(lastUsedFirst)) {
      if (!step.asset.startsWith('checks.')) continue;
      const inputs = [...countInputs(step).keys()].sort();
      const name = [step.asset, step.partition, ...inputs].join('\n');
      if (done.has(name) || !this.follows(step, known)) continue;
      done.add(name);
      this.add([step]);
    }
  }

  /** Whether all that a step reads is kept, or was made from what is kept. */
  private follows(step: KnownStep, known: Map<KnownStep, boolean>): boolean {
    if (this.kept.has(step)) return true;
    const before = known.get(step);
    if (before !== undefined) return before;
    // Equal bytes of others can lead back here: then this way proves nothing.
    known.set(step, false);
    const names = [...countInputs(step).keys()];
    const makersOf = (name: string): readonly KnownStep[] => this.places.get(name)?.flat() ?? [];
    const follows =
      names.length > 0 &&
      names.every((name) => makersOf(name).some((maker) => this.follows(maker, known)));
    known.set(step, follows);
    return follows;
  }
}

function placesOf(steps: readonly KnownStep[]): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Map<string, KnownStep[]>>();
  for (const step of [...steps].sort(lastUsedFirst)) {
    const reads = countInputs(step);
    for (const [relation, sha256] of Object.entries(step.outputs)) {
      const name = `${relation} ${sha256}`;
      // The package passes on what others have made.
      if (reads.has(name)) continue;
      const places = found.get(name) ?? new Map<string, KnownStep[]>();
      const place = `${step.asset}@${step.partition}`;
      places.set(place, [...(places.get(place) ?? []), step]);
      found.set(name, places);
    }
  }
  return new Map([...found].map(([name, places]) => [name, [...places.values()]]));
}

/** How many files of the same relation with the same bytes it read, by what names them among the outputs. */
function countInputs({ inputs }: KnownStep): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { relation, sha256 } of inputs) {
    const name = `${relation} ${sha256}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function lastUsedFirst(a: KnownStep, b: KnownStep): number {
  return b.usedAt - a.usedAt;
}
