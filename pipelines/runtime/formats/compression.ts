import type { SourceFormat } from '../../../transforms/config/format.ts';

/** How the file is compressed: as the configuration says, else by the ending of its name. */
export function compressionOf(format: SourceFormat, fileName: string): 'none' | 'gz' | 'zst' {
  // Both are packed in themselves.
  if (format.type === 'xlsx' || format.type === 'parquet') return 'none';
  if (format.compression !== undefined) return format.compression;
  if (/\.gz$/i.test(fileName)) return 'gz';
  return /\.zst$/i.test(fileName) ? 'zst' : 'none';
}
