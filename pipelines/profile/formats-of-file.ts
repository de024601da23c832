import { readFile, stat } from 'node:fs/promises';
import { Problem } from '../../transforms/problem.ts';
import type { ProposedFormat } from '../../transforms/profile/file-profile.ts';
import { fixedColumns, namedByFirstLine } from '../../transforms/profile/fixed-width.ts';
import { jsonLists } from '../../transforms/profile/json-lists.ts';
import { sniffText } from '../../transforms/profile/sniff.ts';
import { type FileHead, readHead } from './file-head.ts';
import { sheetFormats } from './sheets.ts';

/** A larger JSON file is not read whole to see where its records are. */
const MOST_JSON = 256 * 1024 * 1024;

/** The ways in which a file is a table: one, or one for each sheet of a workbook; none when it is no table. */
export async function formatsOfFile(
  path: string,
  name: string,
): Promise<readonly ProposedFormat[]> {
  const head = await readHead(path, name);
  if (head.instead !== undefined) throw new Problem({ code: 'no_table', ...head.instead });
  switch (head.kind) {
    case 'workbook':
      return await sheetFormats(path, name);
    case 'parquet':
      return [{ type: 'parquet' }];
    case 'json':
      return await jsonFormat(path, head);
    case 'text':
      return textFormat(head);
    case 'other':
      return [];
  }
}

async function jsonFormat(path: string, head: FileHead): Promise<readonly ProposedFormat[]> {
  const [first = '', second = ''] = head.text.split('\n').filter((line) => line.trim() !== '');
  if (
    first.startsWith('{') &&
    parsed(first) !== undefined &&
    (second === '' || second.startsWith('{'))
  ) {
    return [{ type: 'jsonl' }];
  }
  if ((await stat(path)).size > MOST_JSON) {
    const what = 'It is one piece of JSON of more than 256 MB.';
    throw new Problem({ code: 'no_table', what, fix: 'Ask for it as JSON lines or CSV.' });
  }
  const value = parsed(head.whole ? head.text : await readFile(path, 'utf8'));
  const [longest] = jsonLists(value);
  return longest === undefined ? [] : [{ type: 'json', path: longest.path }];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textFormat({ text, encoding }: FileHead): readonly ProposedFormat[] {
  const layout = sniffText(text);
  const lines = text.split(/\r?\n/).slice(0, -1);
  const fixed = fixedColumns(lines);
  // Amounts and sentences have commas too: many columns of fixed width are believed before a few between commas.
  if (fixed && (layout === undefined || fixed.length > 2 * layout.width)) {
    const named = namedByFirstLine(fixed, lines);
    return [
      {
        type: 'fixed_width',
        columns: [...(named ?? fixed)],
        encoding,
        ...(named ? { skip_lines: 1 } : {}),
      },
    ];
  }
  if (layout === undefined) return [];
  const { delimiter, header, skipLines, width } = layout;
  return [
    {
      type: 'csv',
      ...(delimiter === ',' ? {} : { delimiter }),
      ...(encoding === 'utf-8' ? {} : { encoding }),
      ...(skipLines === 0 ? {} : { skip_lines: skipLines }),
      ...(header ? {} : { header: false, columns: numbered(width) }),
    },
  ];
}

/** Names for columns that have none: a person gives them theirs. */
export function numbered(width: number): string[] {
  return Array.from({ length: width }, (_, i) => `column_${i + 1}`);
}
