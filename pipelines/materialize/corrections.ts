import {
  type Correction,
  readCorrections,
} from '../../transforms/reference-tables/read-corrections.ts';
import { textOfTable } from '../runtime/configuration-files.ts';
import { referenceFile } from './declared-files.ts';
import type { MakeContext } from './make.ts';

/**
 * The corrections of a kind of file, in the order of the district's table: what the rows are made from, without who
 * answers for them and why, so that a changed sentence makes nothing again.
 */
export async function correctionsOf(
  extract: string,
  context: Pick<MakeContext, 'configuration'>,
): Promise<readonly Correction[]> {
  const all = await districtCorrections(context);
  return all.filter((correction) => correction.extract === extract);
}

/** The district's whole table; a line that is not right is a Problem. */
export async function districtCorrections({
  configuration,
}: Pick<MakeContext, 'configuration'>): Promise<readonly Correction[]> {
  const file = await referenceFile('staging.corrections', { configuration });
  if (file === undefined) return [];
  return readCorrections(textOfTable(file), file.name);
}
