import type { FormatOf } from '../../../transforms/config/format.ts';
import { JsonCursor, JsonFault } from './json-cursor.ts';
import { FieldColumns, jsonProblem, readFields } from './json-fields.ts';
import { linesOf } from './lines.ts';
import type { RecordSource, SentRecord } from './record-source.ts';
import { SentBytes } from './sent-bytes.ts';
import type { SentFile } from './sent-file.ts';
import { textBlocks } from './text-blocks.ts';

/** A file with an object on each line. */
export class JsonLinesSource implements RecordSource {
  readonly headerLine = null;
  sha256 = '';
  private readonly found: FieldColumns;

  constructor(private readonly file: SentFile<FormatOf<'jsonl'>>) {
    this.found = new FieldColumns(file.name);
  }

  get columns(): readonly string[] {
    return this.found.names;
  }

  async *records(): AsyncGenerator<SentRecord> {
    const sent = new SentBytes(this.file);
    for await (const { line, text, ended } of linesOf(textBlocks(this.file, 'utf-8', sent))) {
      if (text.trim() === '') continue;
      const cells = this.cellsOf(text, line, ended);
      yield { recordNo: line, line, cells, oddity: '', original: text };
    }
    this.sha256 = sent.sha256();
  }

  private cellsOf(text: string, line: number, ended: boolean): readonly string[] {
    try {
      const cursor = new JsonCursor(Buffer.from(text));
      const fields = readFields(cursor);
      if (!cursor.atEnd()) throw new JsonFault(cursor.at);
      return this.found.cellsOf(fields);
    } catch (error) {
      throw jsonProblem(error, this.file.name, line, !ended);
    }
  }
}
