import type { Prescan, SentFile } from './sent-file.ts';
import type { RecordSource } from './record-source.ts';

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

/**
 * The reader of a file's kind; a further kind is a further case here. Only what that kind needs is loaded: a thread
 * that counts a CSV file would else spend more on loading the reader of workbooks than on most files.
 */
export async function readerOf(file: SentFile): Promise<Reader> {
  const { format, name } = file;
  switch (format.type) {
    case 'csv':
      return (await import('../csv/csv-reader.ts')).csvReader({ ...file, format });
    case 'parquet':
      return (await import('./parquet.ts')).parquetReader({ ...file, format });
    case 'fixed_width': {
      const { FixedWidthSource } = await import('./fixed-width.ts');
      return recordReader(name, new FixedWidthSource({ ...file, format }));
    }
    case 'xlsx': {
      const { SheetSource } = await import('./sheet.ts');
      return recordReader(name, new SheetSource({ ...file, format }));
    }
    case 'json': {
      const { JsonListSource } = await import('./json-list.ts');
      return recordReader(name, new JsonListSource({ ...file, format }), true);
    }
    case 'jsonl': {
      const { JsonLinesSource } = await import('./json-lines.ts');
      return recordReader(name, new JsonLinesSource({ ...file, format }), true);
    }
  }
}

/** `columnsLast`: which columns there are is known after the last record, so the file is read once before. */
async function recordReader(
  name: string,
  source: RecordSource,
  columnsLast = false,
): Promise<Reader> {
  const { copyRecords, locateIn } = await import('./record-source.ts');
  return {
    prescan: async (copy) => {
      if (columnsLast) for await (const _ of source.records()) continue;
      return copyRecords(name, source, copy);
    },
    locate: (recordNos, target) => locateIn(source, recordNos, target),
  };
}
