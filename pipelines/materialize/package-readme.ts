import type { PackagedTable } from './data-package.ts';

/** The first thing that a partner reads in the package. */
export function packageReadme(about: {
  readonly name: string;
  readonly invented: boolean;
  readonly tables: readonly PackagedTable[];
}): string {
  const stamps = [
    ...(about.invented ? ['**This district is invented.** None of its figures are real.'] : []),
    '**Internal: disclosure control is minimum-n only.** Do not pass it on outside the district.',
  ];
  const tables = about.tables.map(
    ({ model, file, rows }) => `| \`${file}\` | ${model.header.row} | ${rows} |`,
  );
  return [
    `# Resource map of ${about.name}`,
    ...stamps,
    'Every table is a Parquet file, sorted by its key. Dollars are exact decimals; shares run from 0 to 1; years are named by the year in which they end. What each column means stands in `dictionary.md`, and for programs in `datapackage.json`.',
    ['| file | one row is | rows |', '| --- | --- | --- |', ...tables].join('\n'),
    'Check the files with `sha256sum --check SHA256SUMS`.',
    '',
  ].join('\n\n');
}
