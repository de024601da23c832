import type { FormatOf } from '../../../transforms/config/format.ts';
import { Problem } from '../../../transforms/problem.ts';
import { columnName } from './header.ts';
import { linesOf } from './lines.ts';
import type { RecordSource, SentRecord } from './record-source.ts';
import { SentBytes } from './sent-bytes.ts';
import type { SentFile } from './sent-file.ts';
import { textBlocks } from './text-blocks.ts';

/**
 * A file whose columns stand at the same characters of every line. A line of another length than the first has lost or
 * gained a character, and all that follows in it stands elsewhere: it is odd.
 */
export class FixedWidthSource implements RecordSource {
  readonly columns: readonly string[];
  readonly headerLine = null;
  sha256 = '';

  constructor(private readonly file: SentFile<FormatOf<'fixed_width'>>) {
    this.columns = file.format.columns.map(({ name }) => columnName(name));
  }

  async *records(): AsyncGenerator<SentRecord> {
    const { name, format } = this.file;
    const sent = new SentBytes(this.file);
    const needed = Math.max(...format.columns.map(({ start, width }) => start + width - 1));
    let length: number | null = null;
    for await (const { line, text, ended } of linesOf(
      textBlocks(this.file, format.encoding, sent),
    )) {
      if (line <= format.skip_lines || text.trim() === '') continue;
      length ??= text.length;
      if (!ended && text.length < length && !format.short_lines) throw cut(name, line);
      const fits = format.short_lines
        ? text.length <= Math.max(length, needed)
        : text.length === length && length >= needed;
      const cells = format.columns.map(({ start, width }) =>
        text.slice(start - 1, start - 1 + width),
      );
      yield { recordNo: line, line, cells, oddity: fits ? '' : 'fields', original: text };
    }
    this.sha256 = sent.sha256();
  }
}

function cut(file: string, line: number): Problem {
  return new Problem({
    code: 'file_cut',
    rule: 'F06',
    what: 'The file ends in the middle of this line: it was cut.',
    fix: 'Export or copy the file again, whole.',
    where: { file, line },
  });
}
