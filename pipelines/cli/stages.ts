/** The stages of a refresh, as a person follows them. Checks run beside the tables, as soon as they can. */
const stages: readonly (readonly [RegExp, string])[] = [
  [/^staging\./, "Reading the district's files and lists."],
  [/^core\.coded_lines$/, 'Coding each ledger line by the rules.'],
  [/^core\.attributed/, 'Following the dollars to the schools where they work.'],
  [/^(marts|release)\./, 'Making the tables of the map, and checking that they hold.'],
  [/^package$/, 'Writing the data package and the DuckDB file.'],
];

/** The stage that a step of this asset opens; undefined when it opens none, or tells of itself. */
export function stageOf(asset: string): string | undefined {
  return stages.find(([assets]) => assets.test(asset))?.[1];
}
