import { locatePlain } from '../csv/locate-plain.ts';
import { locateRecords } from '../csv/locate-records.ts';
import { prescanCsv } from '../csv/prescan-csv.ts';
import { scanPlain } from '../csv/scan-plain.ts';
import { FixedWidthSource } from './fixed-width.ts';
import { JsonLinesSource } from './json-lines.ts';
import { JsonListSource } from './json-list.ts';
import { locateParquet, prescanParquet } from './parquet.ts';
import { copyRecords, locateIn, type RecordSource } from './record-source.ts';
import type { Prescan, SentFile } from './sent-file.ts';
import { SheetSource } from './sheet.ts';

/** What is known of each kind of file: how to count and copy its records, and how to find some of them again. */
export interface Reader {
  /**
   * Counts and checks the file from its bytes, and writes its records to a plain copy; to none when the loader may
   * read the file itself and it is plain enough.
   */
  prescan(copy: string, mayReadItself: boolean): Promise<Prescan>;
  /** Writes the line and the original text of some records; `plain` when the loader reads the file itself. */
  locate(recordNos: Float64Array, target: string, plain: boolean): Promise<void>;
}

/** The reader of a file's kind; a further kind is a further case here. */
export function readerOf(file: SentFile): Reader {
  const { format } = file;
  switch (format.type) {
    case 'csv': {
      const csv = { ...file, format };
      return {
        prescan: async (copy, mayReadItself) =>
          (mayReadItself ? await scanPlain(csv) : null) ?? (await prescanCsv(csv, copy)),
        locate: (recordNos, target, plain) =>
          (plain ? locatePlain : locateRecords)(csv, recordNos, target),
      };
    }
    case 'parquet': {
      const parquet = { ...file, format };
      return {
        prescan: (copy) => prescanParquet(parquet, copy),
        locate: (recordNos, target) => locateParquet(parquet, recordNos, target),
      };
    }
    case 'fixed_width':
      return recordReader(file.name, new FixedWidthSource({ ...file, format }));
    case 'xlsx':
      return recordReader(file.name, new SheetSource({ ...file, format }));
    case 'json':
      return recordReader(file.name, new JsonListSource({ ...file, format }), true);
    case 'jsonl':
      return recordReader(file.name, new JsonLinesSource({ ...file, format }), true);
  }
}

/** `columnsLast`: which columns there are is known after the last record, so the file is read once before. */
function recordReader(name: string, source: RecordSource, columnsLast = false): Reader {
  return {
    prescan: async (copy) => {
      if (columnsLast) for await (const _ of source.records()) continue;
      return copyRecords(name, source, copy);
    },
    locate: (recordNos, target) => locateIn(source, recordNos, target),
  };
}
