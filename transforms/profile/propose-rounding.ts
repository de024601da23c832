import type { ColumnMappingInput } from '../config/column-mapping.ts';
import type { Column } from '../contract/kind.ts';
import type { Proposing } from './propose-columns.ts';
import { numberShape } from './shape.ts';

/** Spreadsheets keep more decimals than a column may have: amounts are rounded so that their sum stays right. */
export function rounding(
  { kind }: Column,
  { from, scale }: ColumnMappingInput,
  { candidate: { wide }, family }: Proposing,
): Pick<ColumnMappingInput, 'round'> {
  const most = Number(/^DECIMAL\(\d+,(\d)\)$/.exec(kind.sqlType)?.[1]);
  if (from === undefined || Number.isNaN(most)) return {};
  const names = from === wide?.cell ? Object.keys(wide.columns) : [from];
  const places = family.profile.columns
    .filter(({ name }) => names.includes(name))
    .map((column) => numberShape(column.values)?.places ?? 0);
  const moved = scale === 'percent' ? 2 : 0;
  if (Math.max(0, ...places) + moved <= most) return {};
  return { round: kind.kind === 'money' ? 'carry' : most };
}
