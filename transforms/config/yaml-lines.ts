import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { Problem } from '../problem.ts';

export type Path = readonly (string | number)[];

/** A YAML text that knows on which line each of its values stands. */
export class YamlText {
  private constructor(
    readonly file: string,
    private readonly document: Document,
    private readonly counter: LineCounter,
  ) {}

  /** Parses the text; what YAML itself refuses, and keys that would not stay as written, are Problems. */
  static parse(text: string, file: string): YamlText {
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
    const parsed = new YamlText(file, document, counter);
    const error = document.errors[0];
    if (error) {
      throw parsed.problem(
        counter.linePos(error.pos[0]).line,
        `The file is not valid YAML: ${error.message}.`,
      );
    }
    visit(document, {
      Pair: (_, pair) => {
        if (isScalar(pair.key) && typeof pair.key.value === 'string') return;
        const offset = isNode(pair.key) ? (pair.key.range?.[0] ?? 0) : 0;
        // YAML reads the key 01 as the number 1, and NO as a word or as "false", depending on its version.
        throw parsed.problem(
          counter.linePos(offset).line,
          'A key is not text: write it in quotes.',
        );
      },
    });
    return parsed;
  }

  /** The values as plain data; aliases that would multiply without measure are a Problem. */
  value(): unknown {
    try {
      return this.document.toJS();
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      throw this.problem(1, 'The file repeats parts of itself by * so often that it has no end.');
    }
  }

  /** The line of the value at a path, or of the nearest thing above it that is there. */
  lineOf(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.counter.linePos(node.range[0]).line;
    }
    return 1;
  }

  /** The line of a key inside the map at a path. */
  lineOfKey(path: Path, key: string): number {
    const map = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    const pair = isMap(map)
      ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
      : undefined;
    const offset = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
    return offset === undefined ? this.lineOf(path) : this.counter.linePos(offset).line;
  }

  /** The placeholders that `init` has left where only a person knows the answer, in the order of the file. */
  openQuestions(): readonly { readonly number: string; readonly line: number }[] {
    const found: { readonly number: string; readonly line: number }[] = [];
    visit(this.document, {
      Scalar: (_, { value, range }) => {
        const number = typeof value === 'string' ? /^QUESTION (\d+)$/.exec(value)?.[1] : undefined;
        if (number !== undefined) {
          found.push({ number, line: this.counter.linePos(range?.[0] ?? 0).line });
        }
      },
    });
    return found;
  }

  problem(
    line: number,
    what: string,
    fix = 'Correct the line and run the command again.',
  ): Problem {
    return new Problem({
      code: 'configuration',
      what,
      fix,
      where: { file: this.file, line },
      exit: 2,
    });
  }
}
