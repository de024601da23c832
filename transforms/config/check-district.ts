import { checkQuality } from '../quality/settings.ts';
import { checkSource } from './check-source.ts';
import type { District } from './district.ts';
import type { SettingMistake } from './setting-mistake.ts';
import type { Path } from './yaml-lines.ts';

/** What a configuration says that no schema of a single value can refuse. In the order of the file. */
export function checkDistrict(district: District): readonly SettingMistake[] {
  const year = district.parameters['fiscal_year'];
  const parameters: SettingMistake[] =
    year !== undefined && typeof year.default !== 'number'
      ? [{ path: ['parameters', 'fiscal_year', 'default'], what: 'fiscal_year must be a number.' }]
      : [];
  const seen = new Set<string>();
  const sources = district.sources.flatMap((source, i) => {
    const path: Path = ['sources', i];
    const repeated = seen.has(source.id);
    seen.add(source.id);
    return [
      ...(repeated
        ? [{ path: [...path, 'id'], what: `Two sources are called ${source.id}.` }]
        : []),
      ...checkSource(district, source, path),
    ];
  });
  return [
    ...parameters,
    ...sources,
    ...checkSchedules(district),
    ...checkArrivals(district),
    ...checkQuality(district.quality),
  ];
}

function checkSchedules({ schedules, parameters }: District): SettingMistake[] {
  const ids = schedules.map(({ id }) => id);
  return schedules.flatMap((schedule, i) => {
    const path: Path = ['schedules', i];
    const repeated = ids.indexOf(schedule.id) !== i;
    const settings = checkSettings(schedule.parameters, parameters, [...path, 'parameters']);
    return [
      ...(repeated
        ? [{ path: [...path, 'id'], what: `Two schedules are called ${schedule.id}.` }]
        : []),
      ...settings,
    ];
  });
}

/** What a start by itself says of parameters, as `--set` would. */
function checkSettings(
  given: Readonly<Record<string, string | number>>,
  parameters: District['parameters'],
  path: Path,
): SettingMistake[] {
  return Object.entries(given).flatMap(([name, value]) => {
    const parameter = parameters[name];
    const what =
      parameter === undefined
        ? `There is no parameter ${name} under parameters.`
        : typeof parameter.default === 'number' && !/^\d{1,9}$/.test(String(value))
          ? `The parameter ${name} must be a whole number.`
          : undefined;
    return what === undefined ? [] : [{ path: [...path, name], what }];
  });
}

function checkArrivals({ arrivals, parameters, sources }: District): SettingMistake[] {
  if (arrivals === undefined) return [];
  const known = sources.map(({ id }) => id);
  return [
    ...arrivals.wait_for.flatMap((id, i) =>
      known.includes(id)
        ? []
        : [{ path: ['arrivals', 'wait_for', i], what: `There is no source ${id} under sources.` }],
    ),
    ...checkSettings(arrivals.parameters, parameters, ['arrivals', 'parameters']),
  ];
}
