import type { ColumnMapping } from './column-mapping.ts';
import type { DropRule, Source } from './source.ts';

/** What of a source names columns of the file. */
type Naming = Pick<Source, 'columns' | 'keep' | 'drop' | 'reshape'>;

/**
 * Fills `{fiscal_year}` and parameters in the names of the sender's columns, so that a header such as
 * `Students (FY15)` is found again in next year's file.
 */
export function fillNames<S extends Naming>(source: S, fill: (name: string) => string): S {
  const keys = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).map(([name, value]) => [fill(name), value]));
  const { reshape } = source;
  return {
    ...source,
    columns: Object.fromEntries(
      Object.entries(source.columns).map(([name, mapping]) => [name, filled(mapping, fill, keys)]),
    ),
    keep: source.keep.map((rule) => ({ ...rule, column: fill(rule.column) })),
    drop: source.drop.map((rule) => ({ ...rule, when: keys(rule.when), ...totalOf(rule, fill) })),
    ...(reshape === undefined
      ? {}
      : {
          reshape: {
            ...reshape,
            columns: keys(reshape.columns),
            ...(reshape.total === undefined
              ? {}
              : { total: { ...reshape.total, column: fill(reshape.total.column) } }),
          },
        }),
  };
}

function filled(
  mapping: ColumnMapping,
  fill: (name: string) => string,
  keys: (record: Readonly<Record<string, string>>) => Record<string, string>,
): ColumnMapping {
  const { from, debit, credit, when } = mapping;
  return {
    ...mapping,
    ...(from === undefined ? {} : { from: fill(from) }),
    ...(debit === undefined ? {} : { debit: fill(debit) }),
    ...(credit === undefined ? {} : { credit: fill(credit) }),
    ...(when === undefined ? {} : { when: keys(when) }),
  };
}

function totalOf(
  { total_of: total }: DropRule,
  fill: (name: string) => string,
): Partial<Pick<DropRule, 'total_of'>> {
  if (total === undefined) return {};
  const amount = fill(total.amount);
  return { total_of: 'by' in total ? { by: total.by.map(fill), amount } : { ...total, amount } };
}
