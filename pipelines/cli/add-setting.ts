import { InvalidArgumentError, Option } from 'commander';

/** `--set name=value`. */
export function settingOption(): Option {
  return new Option('--set <name=value>', 'a parameter of district.yaml; may be repeated')
    .argParser(addSetting)
    .default({}, 'none');
}

/** An argument `name=value` of an option that may be repeated. */
function addSetting(
  text: string,
  before: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const [name, ...value] = text.split('=');
  if (!name || value.length === 0) throw new InvalidArgumentError('Write name=value.');
  return { ...before, [name]: value.join('=') };
}
