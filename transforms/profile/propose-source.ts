import type { SourceInput } from '../config/source.ts';
import type { Family } from './families.ts';
import { type ColumnProfile, type OddRecords, usualValues } from './file-profile.ts';
import { proposeColumns, type Proposing } from './propose-columns.ts';
import { proposeKeep } from './propose-keep.ts';
import { dropUntold, wonderWhetherPublic } from './propose-results.ts';
import { dateFormat, numberShape, placeholdersIn } from './shape.ts';

/** A source of district.yaml as it is proposed; a question may stand in any of its values. */
export type ProposedSource = SourceInput & { readonly id: string };

/** Proposes a whole source: its file, format, conventions, rules that drop records, and columns. */
export function proposeSource(id: string, proposing: Proposing): ProposedSource {
  const { family, contract, candidate } = proposing;
  const columns = proposeColumns(proposing);
  const read = readColumns(columns, candidate.wide?.columns ?? {}, family);
  const ofKind = (...kinds: readonly string[]): readonly ColumnProfile[] =>
    Object.entries(columns).flatMap(([name, mapping]) => {
      const kind = contract.columns[name]?.kind.kind ?? '';
      const names = [mapping.from, mapping.debit, mapping.credit];
      const wide = name === candidate.wide?.cell ? Object.keys(candidate.wide.columns) : [];
      if (!kinds.includes(kind)) return [];
      return family.profile.columns.filter(
        (column) => names.includes(column.name) || wide.includes(column.name),
      );
    });
  const { format } = family.profile;
  const plain = Object.keys(format).length === 1 && format.type === 'csv';
  const numbers = numberFormat(ofKind('integer', 'decimal', 'money'));
  const dates = ofKind('date').flatMap((column) => dateFormat(usualValues(column)) ?? []);
  const missing = [...new Set(read.flatMap(({ values }) => placeholdersIn(values)))];
  const keep = proposeKeep(columns, proposing);
  const drop = [...family.profile.oddRecords.map(dropRule), ...dropUntold(columns, proposing)];
  wonderWhetherPublic(columns, proposing);
  return {
    id,
    extract: contract.name,
    file: family.pattern,
    ...(plain ? {} : { format }),
    ...(numbers ? { number_format: numbers } : {}),
    ...(dates[0] !== undefined && dates[0] !== '%Y-%m-%d' ? { date_format: dates[0] } : {}),
    ...(missing.length > 0 ? { missing } : {}),
    ...(keep.length > 0 ? { keep: [...keep] } : {}),
    ...(drop.length > 0 ? { drop: uniqueIds(drop) } : {}),
    ...(candidate.wide
      ? {
          reshape: {
            columns: { ...candidate.wide.columns },
            name: candidate.wide.label,
            value: candidate.wide.cell,
            ...(candidate.wide.total ? { total: candidate.wide.total } : {}),
          },
        }
      : {}),
    columns: { ...columns },
  };
}

function readColumns(
  columns: ReturnType<typeof proposeColumns>,
  wide: Readonly<Record<string, string>>,
  { profile }: Family,
): readonly ColumnProfile[] {
  const names = new Set([
    ...Object.values(columns).flatMap(({ from, debit, credit }) => [from, debit, credit]),
    ...Object.keys(wide),
  ]);
  return profile.columns.filter(({ name }) => names.has(name));
}

function numberFormat(columns: readonly ColumnProfile[]): SourceInput['number_format'] {
  const shapes = columns.flatMap((column) => numberShape(usualValues(column)) ?? []);
  const some = (of: (shape: (typeof shapes)[number]) => boolean): boolean => shapes.some(of);
  const parentheses = some((shape) => shape.parentheses);
  const trailing = some((shape) => shape.trailingMinus);
  const thousands = some((shape) => shape.thousands);
  const currency = some((shape) => shape.currency);
  if (!parentheses && !trailing && !thousands && !currency) return undefined;
  return {
    ...(thousands ? { thousands: ',' as const } : {}),
    ...(currency ? { currency: '$' as const } : {}),
    ...(parentheses || trailing
      ? {
          negative: [
            'minus' as const,
            ...(parentheses ? ['parentheses' as const] : []),
            ...(trailing ? ['trailing_minus' as const] : []),
          ],
        }
      : {}),
  };
}

type Drop = NonNullable<SourceInput['drop']>[number];

function dropRule({ empty, column, wording, totalOf }: OddRecords): Drop {
  const total = /total/i.test(wording);
  const test = wording.includes('9')
    ? `~^${wording.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('9', '\\d+')}$`
    : wording;
  const by = totalOf?.by;
  return {
    id: idOf(wording, total),
    when: {
      ...Object.fromEntries(empty.slice(0, 2).map((name) => [name, ''])),
      ...(column === '' ? {} : { [column]: test }),
    },
    reason: reasonFor(column, total),
    ...(totalOf
      ? {
          total_of:
            by === undefined
              ? { since_last: true as const, amount: totalOf.amount }
              : { by: [...by], amount: totalOf.amount },
        }
      : {}),
  };
}

function reasonFor(column: string, total: boolean): string {
  if (column === '') return 'Rows without a code, as sums below the rows: please look';
  return total ? 'Totals of the report, not lines of their own' : 'Titles of the report’s pages';
}

function idOf(wording: string, total: boolean): string {
  const words = wording
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
  const id = words.slice(0, 40).replace(/_$/, '');
  if (wording === '') return 'no_code';
  return id === '' || id.length > 30 ? (total ? 'totals' : 'titles') : id;
}

function uniqueIds(rules: readonly Drop[]): Drop[] {
  return rules.map((rule, i) => {
    const before = rules.slice(0, i).filter(({ id }) => id === rule.id).length;
    return before === 0 ? rule : { ...rule, id: `${rule.id}_${before + 1}` };
  });
}
