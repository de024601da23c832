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

/** Whether cells of a column are codes, of which a spreadsheet may have made something else. */
export function holdsCodes({ kind }: Column): boolean {
  return kind.kind === 'code' || kind.kind === 'reference';
}

/**
 * Of a code whose cell is cut or filled up: what a spreadsheet has made of the whole cell would not show in what comes
 * of it. A lookup or map may know the cell as it stands.
 */
export function damageOf(
  column: Column,
  whole: string,
  cut: string,
  { extract, split, substring, pad_left: pad, lookup, map }: ColumnMapping,
): readonly SentCheck[] {
  if (!holdsCodes(column) || (extract ?? split ?? substring ?? pad) === undefined) return [];
  const asItStands =
    (lookup ?? map) === undefined ? '' : ` or ${cut} is not distinct from ${whole}`;
  return column.kind.mistakes.map(({ rule, reason, fits }) => ({
    rule,
    reason,
    passes: `(${whole} is null or not ${fits.sql(whole)}${asItStands})`,
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
