/** Cuts a text that comes in blocks into its lines, whose ends may be LF, CRLF or CR. */
export async function* linesOf(
  blocks: AsyncIterable<Buffer>,
): AsyncGenerator<{ readonly line: number; readonly text: string; readonly ended: boolean }> {
  let line = 0;
  for await (const block of blocks) {
    const text = block.toString('utf8');
    const ends = /\r\n|\r|\n/g;
    let start = 0;
    for (let end = ends.exec(text); end !== null; end = ends.exec(text)) {
      line += 1;
      yield { line, text: text.slice(start, end.index), ended: true };
      start = ends.lastIndex;
    }
    if (start === text.length) continue;
    line += 1;
    yield { line, text: text.slice(start), ended: false };
  }
}
