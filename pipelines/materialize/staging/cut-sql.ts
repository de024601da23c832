import type { ColumnMapping } from '../../../transforms/config/column-mapping.ts';
import { cleanCellSql } from '../../../transforms/contract/cell.ts';
import type { Column } from '../../../transforms/contract/kind.ts';
import type { RuleId } from '../../../transforms/quality/rule-id.ts';
import { quote } from '../../runtime/duckdb.ts';

/** What must hold of what a sender wrote. */
export interface SentCheck {
  /** Without one, it is that of a word which the lookup or map does not know. */
  readonly rule?: RuleId;
  readonly reason: string;
  readonly passes: string;
}

/** Of a code whose cell is cut: what a spreadsheet has made of the whole cell would not show in its parts. */
export function damageOf(
  { kind }: Column,
  whole: string,
  { extract, split, substring }: ColumnMapping,
): readonly SentCheck[] {
  if (kind.kind !== 'code' && kind.kind !== 'reference') return [];
  if ((extract ?? split ?? substring) === undefined) return [];
  return kind.mistakes.map(({ rule, reason, fits }) => ({
    rule,
    reason,
    passes: `(${whole} is null or not ${fits.sql(whole)})`,
  }));
}

/** Of a code whose width is known: a shorter one has lost its leading zeros. */
export function widthOf(cut: string, { width }: ColumnMapping): readonly SentCheck[] {
  if (width === undefined) return [];
  const reason = `has fewer than ${width} characters: a spreadsheet has dropped its leading zeros`;
  return [{ rule: 'F10', reason, passes: `(${cut} is null or length(${cut}) >= ${width})` }];
}

/** extract, split, substring, pad_left: a part of a cell, trimmed again. */
export function cutOut(cell: string, mapping: ColumnMapping): string {
  const { extract, split, substring, pad_left: pad } = mapping;
  let text = cell;
  if (extract !== undefined) {
    text = cleanCellSql(`regexp_extract(${text}, ${quote(extract)}, 1)`, []);
  }
  if (split) {
    const part = `split_part(${text}, ${quote(split.separator)}, ${split.index + 1})`;
    text = cleanCellSql(part, []);
  }
  if (substring) {
    text = cleanCellSql(`substr(${text}, ${substring.start}, ${substring.length})`, []);
  }
  if (pad) {
    const padded = `lpad(${text}, ${pad.width}, ${quote(pad.with)})`;
    // `lpad` cuts what is longer.
    text = `case when length(${text}) < ${pad.width} then ${padded} else ${text} end`;
  }
  return text;
}
