import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { VariantFile } from './variant.ts';

interface Mapping {
  readonly from?: string;
  readonly split?: { readonly index: number };
}

interface Source {
  readonly extract: string;
  readonly file: string;
  readonly reshape?: {
    readonly columns: Readonly<Record<string, string>>;
    readonly name: string;
    readonly value: string;
  };
  readonly columns: Readonly<Record<string, Mapping>>;
}

/** What each column of a district's own files truly is, by the configuration that people wrote for it. */
export function shippedKey(district: string): readonly VariantFile[] {
  const { sources } = parse(readFileSync(join(district, 'district.yaml'), 'utf8')) as {
    readonly sources: readonly Source[];
  };
  const files = readdirSync(join(district, 'extracts'), { recursive: true, encoding: 'utf8' });
  return sources.map(({ extract, file: pattern, reshape, columns }) => {
    const name = new RegExp(
      `^${pattern.replaceAll('.', '\\.').replace('{fiscal_year}', '\\d{4}')}$`,
    );
    const file = files.find((one) => name.test(one));
    if (file === undefined) throw new Error(`No file of ${district} is ${pattern}.`);
    const read = Object.entries(columns).flatMap(([column, { from, split }]) =>
      from === undefined ? [] : [{ column, from, split }],
    );
    const headers = [...new Set(read.map(({ from }) => from))];
    return {
      file,
      extract,
      columns: Object.fromEntries(
        headers.map((header) => [
          header,
          read.filter(({ from }) => from === header).map(({ column }) => column),
        ]),
      ),
      parts: Object.fromEntries(
        read.flatMap(({ column, split }) => (split === undefined ? [] : [[column, split.index]])),
      ),
      ...(reshape === undefined ? {} : { reshape }),
    };
  });
}
