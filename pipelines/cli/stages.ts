/** The stages of a refresh, in order, as a person follows them. Checks run beside the tables, as soon as they can. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/^staging\./, "Reading the district's files and lists."],
  [/^core\.coded_lines$/, 'Coding each ledger line by the rules.'],
  [/^core\.attributed/, 'Following the dollars to the schools where they work.'],
  [/^(marts|release)\./, 'Making the tables of the map, and checking that they hold.'],
  [/^package$/, 'Writing the data package and the DuckDB file.'],
];

/** Tells each stage once, when its first step starts, and none after a later one. */
export class Stages {
  private told = -1;

  /** The sentence of the stage that a step of this asset opens. */
  open(asset: string): string | undefined {
    const stage = stages.findIndex(([assets]) => assets.test(asset));
    if (stage <= this.told) return undefined;
    this.told = stage;
    return stages[stage]?.[1];
  }
}
