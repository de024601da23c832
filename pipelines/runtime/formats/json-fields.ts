import { Problem } from '../../../transforms/problem.ts';
import { columnName } from './header.ts';
import { type JsonCursor, JsonFault } from './json-cursor.ts';
import { refuseTooWide } from './limits.ts';

/** The cells of an object by the names of its fields; those of an object in it have its name and a dot before theirs. */
export type Fields = Map<string, string>;

/** The object at the cursor. A list in it is one cell, as JSON. */
export function readFields(cursor: JsonCursor, prefix = '', into: Fields = new Map()): Fields {
  cursor.readObject((key) => readField(cursor, `${prefix}${key}`, into));
  return into;
}

/** One field of an object, whose name is known. */
export function readField(cursor: JsonCursor, path: string, into: Fields): void {
  if (cursor.peek() === '{') {
    readFields(cursor, `${path}.`, into);
    return;
  }
  const name = columnName(path);
  if (into.has(name)) throw new FieldTwice(name);
  into.set(name, cursor.peek() === '[' ? cursor.skip().toString('utf8') : cursor.readScalar());
}

/** The columns of a file of objects: every field of any of them, in the order in which they first appear. */
export class FieldColumns {
  private readonly positions = new Map<string, number>();

  constructor(private readonly file: string) {}

  get names(): readonly string[] {
    return [...this.positions.keys()];
  }

  /** The cells of a record in the order of the columns so far. */
  cellsOf(fields: Fields): readonly string[] {
    const cells: string[] = [];
    for (const [name, cell] of fields) {
      const position = this.positions.get(name) ?? this.positions.size;
      this.positions.set(name, position);
      cells[position] = cell;
    }
    refuseTooWide(this.file, this.positions.size);
    return Array.from({ length: this.positions.size }, (_, i) => cells[i] ?? '');
  }
}

/** A record names one field twice, so one of the two values would be lost. */
export class FieldTwice extends Error {
  constructor(readonly field: string) {
    super('A field is there twice.');
  }
}

/** What is wrong with a JSON text, as a Problem with its line. `atEnd`: it ends too early. */
export function jsonProblem(error: unknown, file: string, line: number, atEnd: boolean): unknown {
  if (error instanceof FieldTwice) {
    return new Problem({
      code: 'column_twice',
      rule: 'F05',
      what: 'A record has two fields of this name, so it is not clear which one is meant.',
      fix: 'Ask the sender to give each field of a record its own name.',
      where: { file, line, column: error.field },
    });
  }
  if (!(error instanceof JsonFault)) return error;
  return new Problem({
    code: atEnd ? 'file_cut' : 'json_broken',
    rule: 'F06',
    what: atEnd
      ? 'The file ends in the middle of this record: it was cut.'
      : 'The text is not JSON from this line on.',
    fix: atEnd
      ? 'Export or copy the file again, whole.'
      : 'Export it again, or correct format.type in district.yaml: jsonl is a file with a record on each line, json one with a list of them.',
    where: { file, line },
  });
}
