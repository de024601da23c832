import type { FormatOf } from '../../../transforms/config/format.ts';
import { Problem } from '../../../transforms/problem.ts';
import { columnName } from './header.ts';
import { JsonCursor, JsonFault } from './json-cursor.ts';
import {
  FieldColumns,
  type Fields,
  FieldTwice,
  jsonProblem,
  readField,
  readFields,
} from './json-fields.ts';
import { noRecords } from './refusals.ts';
import type { RecordSource, SentRecord } from './record-source.ts';
import { SentBytes } from './sent-bytes.ts';
import type { SentFile } from './sent-file.ts';
import { wholeText } from './text-blocks.ts';

/** Past it, a file of JSON lines is the better form, which is read line by line. */
const LARGEST = 1024 * 1024 * 1024;

/**
 * A file that is one JSON value, with a list of records in it or in each element of another list. The fields of what
 * a record stands in are columns too: those of the element around it begin with `parent.`, and so on outward. The
 * bytes are held, and one record at a time.
 */
export class JsonListSource implements RecordSource {
  readonly headerLine = null;
  sha256 = '';
  private readonly found: FieldColumns;
  /** For each list on the way, the fields that lead to it from the value that it stands in. */
  private readonly steps: readonly (readonly string[])[];
  private bytes: Buffer | null = null;

  constructor(private readonly file: SentFile<FormatOf<'json'>>) {
    this.found = new FieldColumns(file.name);
    const lists = file.format.path.split('[]').slice(0, -1);
    this.steps = lists.map((keys) => keys.split('.').filter((key) => key !== ''));
  }

  get columns(): readonly string[] {
    return this.found.names;
  }

  async *records(): AsyncGenerator<SentRecord> {
    const bytes = (this.bytes ??= await this.read());
    let line = 1;
    let counted = 0;
    const lineAt = (at: number): number => {
      for (let feed = bytes.indexOf(0x0a, counted); feed >= 0 && feed < at;) {
        line += 1;
        counted = feed + 1;
        feed = bytes.indexOf(0x0a, counted);
      }
      return line;
    };
    let recordNo = 0;
    const cursor = new JsonCursor(bytes);
    try {
      for (const { fields, start, end } of this.walk(bytes, 0, cursor, new Map())) {
        recordNo += 1;
        yield {
          recordNo,
          line: lineAt(start),
          cells: this.found.cellsOf(fields),
          oddity: '',
          original: bytes.toString('utf8', start, end),
        };
      }
      if (!cursor.atEnd()) throw new JsonFault(cursor.at);
    } catch (error) {
      const at = error instanceof JsonFault ? error.at : cursor.at;
      throw jsonProblem(error, this.file.name, lineAt(at), at >= bytes.length);
    }
  }

  /** The records below the value at the cursor, which then stands behind it. `around` are the fields of what is around it. */
  private *walk(
    bytes: Buffer,
    depth: number,
    cursor: JsonCursor,
    around: Fields,
  ): Generator<{ readonly fields: Fields; readonly start: number; readonly end: number }> {
    const keys = this.steps[depth];
    cursor.peek();
    const start = cursor.at;
    if (keys === undefined) {
      const fields = readFields(cursor);
      for (const [name, cell] of around) {
        if (fields.has(name)) throw new FieldTwice(name);
        fields.set(name, cell);
      }
      yield { fields, start, end: cursor.at };
      return;
    }
    const own: Fields = new Map();
    const list = keys.length === 0 ? start : this.findList(cursor, keys, own);
    const outer = 'parent.'.repeat(this.steps.length - depth);
    const known = new Map(around);
    for (const [name, cell] of own) known.set(`${outer}${name}`, cell);
    const end = cursor.at;
    const inside = new JsonCursor(bytes, list);
    // An element is passed over first, so that the cursor stands at the next one whatever is in it.
    const elements: number[] = [];
    if (inside.peek() !== '[') throw this.noList(inside);
    inside.readArray(() => {
      inside.peek();
      elements.push(inside.at);
      inside.skip();
    });
    cursor.at = keys.length === 0 ? inside.at : end;
    for (const element of elements) {
      yield* this.walk(bytes, depth + 1, new JsonCursor(bytes, element), known);
    }
  }

  /** Reads the object at the cursor but for the list that `keys` lead to; where that begins. */
  private findList(cursor: JsonCursor, keys: readonly string[], own: Fields): number {
    const [key, ...more] = keys;
    let found: number | null = null;
    if (cursor.peek() !== '{') throw this.noList(cursor);
    cursor.readObject((name) => {
      cursor.peek();
      if (name !== key) {
        if (cursor.peek() === '[') cursor.skip();
        else readField(cursor, name, own);
        return;
      }
      // Of two lists, the records of one would be lost.
      if (found !== null) throw new FieldTwice(columnName(name));
      found = more.length === 0 ? cursor.at : this.findList(cursor, more, own);
      if (more.length === 0) cursor.skip();
    });
    if (found === null) throw this.pathMissing();
    return found;
  }

  private async read(): Promise<Buffer> {
    const sent = new SentBytes(this.file);
    const bytes = await wholeText(this.file, sent, LARGEST);
    if (bytes === null) throw this.tooLarge();
    if (new JsonCursor(bytes).atEnd()) throw noRecords(this.file.name);
    this.sha256 = sent.sha256();
    return bytes;
  }

  private noList(cursor: JsonCursor): Error {
    return cursor.atEnd() ? new JsonFault(cursor.at) : this.pathMissing();
  }

  private pathMissing(): Problem {
    return new Problem({
      code: 'json_path_missing',
      rule: 'F04',
      what: `The file has no list of records at ${this.file.format.path}, where format.path of district.yaml looks for it.`,
      fix: 'Correct format.path in district.yaml, or ask for the file in the form that it had before.',
      where: { file: this.file.name },
    });
  }

  private tooLarge(): Problem {
    return new Problem({
      code: 'file_too_large',
      rule: 'F01',
      what: 'The file has more than a gigabyte of JSON in one value.',
      fix: 'Ask the sender for JSON lines, a record on each line, and write type: jsonl under its format in district.yaml.',
      where: { file: this.file.name },
    });
  }
}
