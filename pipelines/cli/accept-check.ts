import { type Command, Option } from 'commander';
import { mayBeAccepted, readCatalog } from '../../sql/catalog.ts';
import { type Asked, quoted, refreshLine } from '../operations/asked.ts';
import type { Failure } from '../refresh/failure.ts';
import type { AcceptanceRequest } from '../refresh/request.ts';

/** The options by which a person lets a check pass. */
export interface AcceptOptions {
  readonly acceptCheck: readonly string[];
  readonly by?: string;
  readonly reason?: string;
}

export function addAcceptOptions(command: Command): Command {
  const add = (check: string, before: readonly string[]): readonly string[] => [...before, check];
  const accept = new Option(
    '--accept-check <check>',
    'publish although it blocked; may be repeated',
  );
  return command
    .addOption(accept.argParser(add).default([], 'none'))
    .option('--by <name>', 'with --accept-check: the person whose word it is; never published')
    .option('--reason <text>', 'with --accept-check: why it may stand; published with the map');
}

/** What the options ask. One that is there without the others is passed on, so that it is refused. */
export function acceptRequests(options: AcceptOptions): readonly AcceptanceRequest[] {
  const { acceptCheck: checks, by, reason } = options;
  if (checks.length === 0 && by === undefined && reason === undefined) return [];
  const named = checks.length === 0 ? [''] : [...new Set(checks)];
  return named.map((check) => ({ check, by: by ?? '', reason: reason ?? '' }));
}

/** The options of a refresh that its repetition needs too. */
interface Repeatable {
  readonly extracts?: string;
  readonly set: Readonly<Record<string, string>>;
  readonly label?: string;
  readonly site: boolean;
  readonly temporal: boolean;
}

export function typedOptions(options: Repeatable): readonly string[] {
  const { extracts, set, label, site, temporal } = options;
  return [
    ...(extracts === undefined ? [] : ['--extracts', extracts]),
    ...Object.entries(set).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
    ...(label === undefined ? [] : ['--label', label]),
    ...(site ? [] : ['--no-site']),
    ...(temporal ? ['--temporal'] : []),
  ];
}

/**
 * After checks that block: the command that lets those pass which may, to be copied but for the name and the reason.
 * `marks` are of what each has found, so that the command accepts nothing that is found after it was printed.
 */
export function acceptLines(
  failures: readonly Failure[],
  asked: Asked & { readonly options: readonly string[] },
  marks: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const blocking = new Set(failures.map(({ step }) => step.replace(/@.*$/, '')));
  const names = readCatalog()
    .filter((model) => mayBeAccepted(model) && blocking.has(model.relation))
    .map(({ name }) => name);
  if (names.length === 0) return [];
  const marked = (name: string): string => [name, marks.get(name) ?? []].flat().join('@');
  const words = [...asked.options, ...names.flatMap((name) => ['--accept-check', marked(name)])];
  const command = `${refreshLine(asked)} ${words.map(quoted).join(' ')}`;
  return [
    `To publish it all the same, with ${names.length === 1 ? 'exactly what this check' : 'exactly what these checks'} found:`,
    `  ${command} --by "Your Name" --reason "Why it may stand"`,
    '  The reason is published with the map; the name is not.',
  ];
}
