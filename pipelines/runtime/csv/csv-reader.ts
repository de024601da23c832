import type { Reader } from '../formats/readers.ts';
import { locatePlain } from './locate-plain.ts';
import { locateRecords } from './locate-records.ts';
import { prescanCsv } from './prescan-csv.ts';
import type { CsvFile } from './read-records.ts';
import { scanPlain } from './scan-plain.ts';

/** Of a CSV file: by the quick scan where it is plain and the loader may read it, else by the careful one, with a copy. */
export function csvReader(file: CsvFile): Reader {
  return {
    prescan: async (copy, mayReadItself) =>
      (mayReadItself ? await scanPlain(file) : null) ?? (await prescanCsv(file, copy)),
    locate: (recordNos, target, plain) =>
      (plain ? locatePlain : locateRecords)(file, recordNos, target),
  };
}
