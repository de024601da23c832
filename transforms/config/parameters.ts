import { Problem } from '../problem.ts';
import type { District } from './district.ts';

/** The value of every parameter: its default, or what the command sets. A name that the district does not have is wrong usage. */
export function resolveParameters(
  district: District,
  set: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  for (const name of Object.keys(set)) {
    if (district.parameters[name] !== undefined) continue;
    const known = Object.keys(district.parameters).join(', ');
    throw new Problem({
      code: 'parameter_unknown',
      what: `${district.district.name} has no parameter ${name}.`,
      fix: known === '' ? 'Leave out --set.' : `It has: ${known}.`,
      exit: 2,
    });
  }
  const values = Object.entries(district.parameters).map(([name, parameter]) => {
    const value = set[name] ?? String(parameter.default);
    if (typeof parameter.default === 'number' && !/^\d{1,9}$/.test(value)) {
      throw new Problem({
        code: 'parameter_not_a_number',
        what: `The parameter ${name} must be a whole number.`,
        fix: `Write --set ${name}=${parameter.default}, with your number.`,
        exit: 2,
      });
    }
    return [name, value] as const;
  });
  return Object.fromEntries(values);
}

/** The fiscal year that the command or the configuration names, when `fiscal_year` is a parameter. */
export function parameterYear(parameters: Readonly<Record<string, string>>): number | null {
  const value = parameters['fiscal_year'];
  return value === undefined ? null : Number(value);
}
