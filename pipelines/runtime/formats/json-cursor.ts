/** The text is not JSON at this byte. */
export class JsonFault extends Error {
  constructor(readonly at: number) {
    super('The text is not JSON.');
  }
}

const DEEPEST = 200;
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
/** Escapes to undo, and control characters, some of which may not stand in a text. */
const ESCAPE_OR_CONTROL = /[\\\p{Cc}]/u;
const LONE_HALF = /\p{Surrogate}/u;
const WORDS: Readonly<Record<string, string>> = { true: 'true', false: 'false', null: '' };

/**
 * Reads JSON from bytes in one direction, without making objects of it. A number keeps the text that the sender wrote:
 * as a double, an amount would lose digits.
 */
export class JsonCursor {
  private depth = 0;

  constructor(
    private readonly bytes: Buffer,
    public at = 0,
  ) {}

  /** The first character of the next value. */
  peek(): string {
    this.skipBlanks();
    return String.fromCharCode(this.bytes[this.at] ?? 0);
  }

  /** True when nothing but blanks is left. */
  atEnd(): boolean {
    this.skipBlanks();
    return this.at >= this.bytes.length;
  }

  /** Goes through an object; `onMember` must read or skip the value. */
  readObject(onMember: (key: string) => void): void {
    this.readList('{', '}', () => {
      const key = this.readString();
      this.expect(':');
      onMember(key);
    });
  }

  /** Goes through an array; `onElement` must read or skip the value. */
  readArray(onElement: () => void): void {
    this.readList('[', ']', onElement);
  }

  /** A text without its quotation marks, a number as it was written, `true`, `false`, or nothing for `null`. */
  readScalar(): string {
    if (this.peek() === '"') return this.readString();
    const start = this.at;
    while (this.at < this.bytes.length && !isEnd(this.bytes[this.at] ?? 0)) this.at += 1;
    const text = this.bytes.toString('latin1', start, this.at);
    const word = WORDS[text];
    if (word === undefined && !NUMBER.test(text)) throw new JsonFault(start);
    return word ?? text;
  }

  /** The text of the next value, whatever it is. */
  skip(): Buffer {
    const first = this.peek();
    const start = this.at;
    if (first === '{') this.readObject(() => this.skip());
    else if (first === '[') this.readArray(() => this.skip());
    else this.readScalar();
    return this.bytes.subarray(start, this.at);
  }

  private readList(open: string, close: string, onPart: () => void): void {
    this.expect(open);
    this.depth += 1;
    if (this.depth > DEEPEST) throw new JsonFault(this.at);
    if (this.peek() === close) this.at += 1;
    else {
      do onPart();
      while (this.take(','));
      this.expect(close);
    }
    this.depth -= 1;
  }

  private readString(): string {
    this.expect('"');
    const start = this.at;
    let end = this.bytes.indexOf(0x22, start);
    while (end > 0 && this.isEscaped(start, end)) end = this.bytes.indexOf(0x22, end + 1);
    if (end < 0) throw new JsonFault(this.bytes.length);
    this.at = end + 1;
    const text = this.bytes.toString('utf8', start, end);
    if (!ESCAPE_OR_CONTROL.test(text)) return text;
    const plain = unescaped(text);
    // Half a character would become the sign for a lost one, and two codes the same.
    if (plain === null || LONE_HALF.test(plain)) throw new JsonFault(start);
    return plain;
  }

  private isEscaped(start: number, at: number): boolean {
    let marks = 0;
    while (at - marks > start && this.bytes[at - marks - 1] === 0x5c) marks += 1;
    return marks % 2 === 1;
  }

  private take(sign: string): boolean {
    if (this.peek() !== sign) return false;
    this.at += 1;
    return true;
  }

  private expect(sign: string): void {
    if (!this.take(sign)) throw new JsonFault(this.at);
  }

  private skipBlanks(): void {
    while (isBlank(this.bytes[this.at] ?? 0x2c)) this.at += 1;
  }
}

function unescaped(text: string): string | null {
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return null;
  }
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}

/** A comma, a bracket or a blank ends a number or a word. */
function isEnd(byte: number): boolean {
  return isBlank(byte) || byte === 0x2c || byte === 0x5d || byte === 0x7d;
}
