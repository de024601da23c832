import { InvalidArgumentError } from 'commander';

/** An argument `name=value` of an option that may be repeated. */
export function addSetting(
  text: string,
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [name, ...value] = text.split('=');
  if (!name || value.length === 0) throw new InvalidArgumentError('Write name=value.');
  return { ...before, [name]: value.join('=') };
}
