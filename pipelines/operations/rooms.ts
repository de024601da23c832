/** The rooms that data walk through, in that order, as a budget office would call what is in them. */
export const ROOMS = [
  { id: 'files', title: 'Your files' },
  { id: 'staging', title: 'Files and lists as read' },
  { id: 'core', title: 'Joined' },
  { id: 'marts', title: 'The map' },
  { id: 'release', title: 'Published tables' },
  { id: 'outputs', title: 'What readers get' },
] as const;

export type Room = (typeof ROOMS)[number]['id'];

/** The room of an asset; checks stand with what waits for them. */
export function roomOf(asset: string): Room {
  const schema = asset.split('.')[0];
  return ROOMS.find(({ id }) => id === schema)?.id ?? 'outputs';
}

/** What an asset is called where its room is told beside it: `core.ledger_lines` is "ledger lines". */
export function plainName(asset: string): string {
  return OUTPUTS[asset] ?? (asset.split('.').at(-1) ?? asset).replaceAll('_', ' ');
}

const OUTPUTS: Readonly<Record<string, string>> = {
  package: 'data package',
  database: 'DuckDB file',
  site: 'report site',
  publish: 'edition',
};

/** What stands before the name of a check or of an output, where no room is told. */
export function kindWords(asset: string): string {
  if (asset.startsWith('checks.')) return 'Check';
  if (asset.startsWith('staging.')) return 'As read';
  return ROOMS.find(({ id }) => id === roomOf(asset))?.title ?? '';
}

/** How a log calls a step, in plain words: `checks.not_yet_assigned_limit 2025` is "check: not yet assigned limit 2025". */
export function plainStep(name: string): string {
  const [asset = '', ...rest] = name.split(' ');
  if (rest.length === 0 && asset in OUTPUTS) return plainName(asset);
  if (!/^[a-z]+\.[a-z_]+$/.test(asset)) return name;
  const kind = asset.startsWith('checks.') ? 'check: ' : '';
  return [kind + plainName(asset), ...rest].join(' ');
}

/** A reason, such as `core.ledger_lines FY2024 changed`, in the same words. */
export function plainWhy(why: string): string {
  return why.replaceAll(/\b(?:staging|core|marts|release|checks)\.[a-z_]+/g, plainName);
}
