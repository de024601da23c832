import { join } from 'node:path';
import { grouped } from '../../../pipelines/runtime/words.ts';
import { megabytes } from '../results.ts';
import { ledger, measure } from './measure.ts';
import { checkWithPandas, findPandas } from './pandas.ts';

/** The same work on a damaged ledger by what people would otherwise take, as sentences. */
export async function measurePeers(
  scratch: string,
  rows: number,
  say: (line: string) => void,
): Promise<readonly string[]> {
  const file = await ledger(scratch, 'peers', rows, true);
  const target = join(scratch, 'written');
  say(`The same work by others, on ${grouped(rows)} lines.`);
  const staged = await measure({ work: 'stage keyed', file, scratch });
  // Others have no pass of their own over the bytes, so ours counts.
  const ours = staged.cpu + staged.prescanCpu;
  const told = (name: string, cpu: number, bytes: number, setAside: number): string =>
    `${name}: ${(cpu / ours).toFixed(1)} x the CPU of pre-scan and staging on ${grouped(rows)} lines, ` +
    `${megabytes(bytes)} MB, ${grouped(setAside)} rows set aside (staging: ${megabytes(staged.peakBytes)} MB, ${grouped(staged.setAside)} reasons).`;
  const zod = await measure({ work: 'zod', file, scratch });
  const found = await findPandas(scratch);
  if ('missing' in found) {
    return [
      told('csv-parse and zod', zod.cpu, zod.peakBytes, zod.setAside),
      `pandas was not measured: ${found.missing}`,
    ];
  }
  const pandas = await checkWithPandas(found.python, file, target);
  return [
    told('csv-parse and zod', zod.cpu, zod.peakBytes, zod.setAside),
    told('pandas', pandas.cpu, pandas.peakBytes, pandas.setAside),
  ];
}
