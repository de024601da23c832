import { hashJson } from './canonical-json.ts';

/** One file of a relation that a step reads. */
export interface StepInput {
  /** How a person calls it, such as `core.sites FY2024`; not part of the key. */
  readonly name: string;
  /** sha256 of the bytes. */
  readonly sha256: string;
}

/**
 * All that a step's output follows from. Two steps with equal inputs have equal bytes, wherever, whenever and by
 * whomever they are made: so no path, clock or name of a run is in here.
 */
export interface StepInputs {
  /** sha256 of the SQL, or of the sources of what TypeScript makes. */
  readonly code: string;
  /** sha256 of each setting or table that the asset declares, by the name that a person knows it by. */
  readonly config: Readonly<Record<string, string>>;
  /** The bytes of each relation that it reads, by relation and condition. */
  readonly inputs: Readonly<Record<string, readonly StepInput[]>>;
}

/** The step's key in the store: equal for equal inputs, whatever the inputs are called and in which order they came. */
export function keyOf(asset: string, partition: string, madeFrom: StepInputs): string {
  const inputs = Object.entries(madeFrom.inputs).map(
    ([relation, files]) => [relation, files.map(({ sha256 }) => sha256).sort()] as const,
  );
  return hashJson({
    format: 1,
    asset,
    partition,
    code: madeFrom.code,
    config: madeFrom.config,
    inputs: Object.fromEntries(inputs),
  });
}

/**
 * Why a step is made or reused, in words that a person checks against what they changed: "ledger FY2024 changed".
 * `before` is what the same step followed from when it was last used.
 */
export function whyMade(before: StepInputs | undefined, now: StepInputs): string {
  if (!before) return 'new';
  const reasons = [
    ...(before.code === now.code ? [] : ['code changed']),
    ...changedNames(before.config, now.config).map((name) => `${name} changed`),
    ...changedInputs(before.inputs, now.inputs),
  ];
  if (reasons.length === 0) return 'nothing changed';
  const more = reasons.length - 3;
  return reasons.slice(0, 3).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function changedNames(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...names].filter((name) => before[name] !== now[name]).sort();
}

function changedInputs(before: StepInputs['inputs'], now: StepInputs['inputs']): string[] {
  const relations = new Set([...Object.keys(before), ...Object.keys(now)]);
  const changes = [...relations]
    .sort()
    .flatMap((relation) => changedFiles(before[relation] ?? [], now[relation] ?? []));
  return [...new Set(changes)];
}

/** A name on both sides with other bytes has changed; one that stands on one side only has come or gone. */
function changedFiles(before: readonly StepInput[], now: readonly StepInput[]): string[] {
  const only = (files: readonly StepInput[], others: readonly StepInput[]): string[] =>
    files
      .filter((file) => !others.some((other) => other.sha256 === file.sha256))
      .map(({ name }) => name);
  const come = only(now, before);
  const gone = only(before, now);
  return [
    ...come.map((name) =>
      before.some((b) => b.name === name) ? `${name} changed` : `${name} is new`,
    ),
    ...gone.filter((name) => !now.some((n) => n.name === name)).map((name) => `${name} is gone`),
  ];
}
