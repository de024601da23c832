/** A setting of district.yaml as data/README.md explains it: the one place for its meaning. */
export interface SettingRow {
  /** Its whole name, such as `sources[].format.delimiter`. */
  readonly name: string;
  readonly meaning: string;
  /** `needed`, the default as YAML, or empty. */
  readonly standard: string;
  /** As YAML. */
  readonly example: string;
}

/** What the settings of each table stand under, in the order of the tables. */
const PREFIXES = ['', 'sources[].', 'sources[].columns.<name>.', 'schedules[].'];

/** The rows of the tables of settings in the text of data/README.md. */
export function readSettingsTables(readme: string): readonly SettingRow[] {
  const sections = readme.slice(readme.indexOf('## Every setting')).split('\n### ').slice(1);
  return sections.flatMap((section, i) =>
    section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => {
        const cells = line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll('\\|', '|'));
        const [, name = '', meaning = '', standard = '', example = ''] = cells;
        return {
          name: `${PREFIXES[i] ?? ''}${bare(name)}`,
          meaning,
          standard: bare(standard),
          example: bare(example),
        };
      }),
  );
}

function bare(cell: string): string {
  return cell.replaceAll(/^`|`$/g, '');
}
