/** Chooses where a file is damaged: the same seed chooses the same places, whatever the machine. */
export class Mutator {
  constructor(private state: number) {}

  /** A whole number from `from` to `to`. */
  pick(from: number, to: number): number {
    // A step of Lehmer's generator; its high digits are the random ones.
    this.state = (this.state * 48_271) % 2_147_483_647;
    return from + Math.floor((this.state / 2_147_483_647) * (to - from + 1));
  }

  /** One of some things. */
  one<T>(things: readonly T[]): T {
    const thing = things[this.pick(0, things.length - 1)];
    if (thing === undefined) throw new Error('There is nothing to choose from.');
    return thing;
  }

  /** The same things in another order. */
  shuffled<T>(things: readonly T[]): T[] {
    const left = [...things];
    const order: T[] = [];
    while (left.length > 0) order.push(...left.splice(this.pick(0, left.length - 1), 1));
    return order;
  }
}

/** A text file as its header and rows of cells. */
export class Sheet {
  constructor(
    readonly header: readonly string[],
    readonly rows: readonly (readonly string[])[],
  ) {}

  column(name: string): number {
    const place = this.header.indexOf(name);
    if (place < 0) throw new Error(`There is no column ${name}.`);
    return place;
  }

  /** The same with a column's cells changed, in all rows or in those that are named. */
  change(name: string, change: (cell: string) => string, rows?: readonly number[]): Sheet {
    const place = this.column(name);
    const changed = this.rows.map((row, i) =>
      rows === undefined || rows.includes(i)
        ? row.map((cell, at) => (at === place ? change(cell) : cell))
        : row,
    );
    return new Sheet(this.header, changed);
  }

  /** The same with one cell replaced, in a row that the mutator chooses. */
  spoil(mutator: Mutator, name: string, cell: string): Sheet {
    return this.change(name, () => cell, [mutator.pick(1, this.rows.length - 2)]);
  }

  withHeader(change: (name: string) => string): Sheet {
    return new Sheet(this.header.map(change), this.rows);
  }

  withRows(rows: readonly (readonly string[])[]): Sheet {
    return new Sheet(this.header, rows);
  }

  /** The columns in another order, in the header and in all rows. */
  reordered(order: readonly number[]): Sheet {
    const arrange = (cells: readonly string[]): string[] => order.map((at) => cells[at] ?? '');
    return new Sheet(arrange(this.header), this.rows.map(arrange));
  }

  lines(delimiter = ','): string[] {
    const cell = (text: string): string =>
      /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
    return [this.header, ...this.rows].map((cells) => cells.map(cell).join(delimiter));
  }

  text(end = '\n', delimiter = ','): string {
    return this.lines(delimiter)
      .map((line) => line + end)
      .join('');
  }
}
