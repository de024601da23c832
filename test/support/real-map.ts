import { expect } from 'vitest';
import { refreshDistrict, type CommandResult } from './command.ts';
import { currentEdition, type Edition } from './edition.ts';
import { districtFolder } from './repository.ts';

/** What came of a refresh of a real district, and what its readers see since. */
export interface RealMap {
  readonly result: CommandResult;
  readonly edition: Edition;
}

/** Maps a real district's files as its folder in the repository says, which must end well. */
export async function mapRealDistrict(
  id: string,
  home: string,
  files: string,
  ...settings: readonly string[]
): Promise<RealMap> {
  const result = await refreshDistrict(districtFolder(id), home, files, ...settings);
  expect(result.code, result.output).toBe(0);
  return { result, edition: currentEdition(home, id) };
}
