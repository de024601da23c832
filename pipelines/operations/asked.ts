/** How a person named things, so that a command can be told to them in their words. */
export interface Asked {
  readonly district: string;
  /** The folder of outputs, where they named one. */
  readonly home: string | undefined;
}

/** The command that approves an edition, to be copied but for the name. */
export function approveLine(edition: string, { district, home }: Asked): string {
  const where = home === undefined ? '' : ` --home ${quoted(home)}`;
  return `npx resource-map approve ${quoted(district)} ${edition} --by "Your Name"${where}`;
}

/** The command that refreshes. */
export function refreshLine({ district, home }: Asked): string {
  return `npx resource-map refresh ${quoted(district)}${home === undefined ? '' : ` --home ${quoted(home)}`}`;
}

/** A word as a shell takes it. */
export function quoted(path: string): string {
  return /^[\w./@:+=-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}
