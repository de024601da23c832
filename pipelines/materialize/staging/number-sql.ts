import type { NumberFormat } from '../../../transforms/config/source.ts';
import { moneyKind } from '../../../transforms/contract/kinds/money.ts';
import { quote } from '../../runtime/duckdb.ts';

/**
 * Brings a number as a report prints it, such as `$(1,234.56)` or `1,234.56-`, to plain text such as `-1234.56`.
 * What is not of the declared form is left as it is, for the contract to refuse: nothing is guessed.
 */
export function plainNumberSql(text: string, format: NumberFormat): string {
  const escape = (mark: string): string => `\\${mark}`;
  const { thousands, decimal, currency, negative } = format;
  const whole = thousands === undefined ? '' : `[0-9]{1,3}(?:${escape(thousands)}[0-9]{3})+|`;
  const tail = `${escape(decimal)}[0-9]+`;
  const body = `(?:(?:${whole}[0-9]+)(?:${tail})?|${tail})`;
  const sign = currency === undefined ? '' : `(?:${escape(currency)} ?)?`;
  const forms = [
    `${sign}${body}`,
    ...(negative.includes('minus') ? [`- ?${sign}${body}`, `${sign}- ?${body}`] : []),
    // Both parentheses or none, so that half of a pair is not read as a number.
    ...(negative.includes('parentheses')
      ? [`\\( ?${sign}${body} ?\\)`, `${sign}\\( ?${body} ?\\)`]
      : []),
    ...(negative.includes('trailing_minus') ? [`${sign}${body} ?-`] : []),
  ];
  const digits = `regexp_replace(${text}, '[^0-9${escape(decimal)}]', '', 'g')`;
  const plain = decimal === '.' ? digits : `replace(${digits}, '${decimal}', '.')`;
  const minus = `case when regexp_matches(${text}, '[(-]') then '-' else '' end`;
  return `case when regexp_full_match(${text}, ${quote(forms.join('|'))}) then ${minus} || ${plain} else ${text} end`;
}

/**
 * The forms of an amount that `plainSql` reads by taking signs off, without asking for the form again. `null` where a
 * comma stands before the cents.
 */
export function plainForms({
  thousands,
  decimal,
  currency,
  negative,
}: NumberFormat): string | null {
  if (decimal !== '.') return null;
  const grouped = thousands === undefined ? '' : `[0-9]{1,3}(?:[${thousands}][0-9]{3}){1,3}|`;
  const number = `${currency === undefined ? '' : '[$]?'}(?:${grouped}[0-9]{1,12})(?:[.][0-9]{1,2})?`;
  return [
    negative.includes('minus') ? `-?${number}` : number,
    ...(negative.includes('parentheses') ? [`[(]${number}[)]`] : []),
  ].join('|');
}

/** An amount in one of the plain forms as a number. Its one sign stands first: a parenthesis becomes a minus. */
export function plainSql(text: string, { thousands, currency, negative }: NumberFormat): string {
  const [opening, closing, minus] = negative.includes('parentheses')
    ? ['(', ')', '-']
    : ['', '', ''];
  const signs = `${opening}${thousands ?? ''}${currency ?? ''}${closing}`;
  if (signs === '') return text;
  // Most amounts have no sign to take off, and are told from others in a third of the time that taking off takes.
  const bare = `translate(${text}, ${quote(signs)}, ${quote(minus)})`;
  return `case when regexp_full_match(${text}, '[-0-9.]*') then ${text} else ${bare} end`;
}

/** Debit minus credit, an empty one counting as nothing; when one is not a number, that text itself, to be refused. */
export function debitCreditSql(debit: string, credit: string): string {
  // Wider than money, so that any difference fits: one that is too large for money is refused, as any such cell is.
  const number = (text: string): string => `coalesce(${text}::decimal(20,2), 0)`;
  const isMoney = (text: string): string => moneyKind.valid(text);
  return (
    `case when ${debit} is null and ${credit} is null then null ` +
    `when ${debit} is not null and not ${isMoney(debit)} then ${debit} ` +
    `when ${credit} is not null and not ${isMoney(credit)} then ${credit} ` +
    `else (${number(debit)} - ${number(credit)})::varchar end`
  );
}

/** 84.7 becomes 0.847, exactly. */
export function percentSql(text: string): string {
  const small = `regexp_full_match(${text}, '-?[0-9]{1,9}(?:\\.[0-9]{1,6})?')`;
  // A product of decimals keeps every digit; a quotient would be a double.
  return `case when ${small} then (${text}::decimal(18,6) * 0.01::decimal(3,2))::varchar else ${text} end`;
}

/** 0.847 becomes 84.7, exactly. */
export function shareSql(text: string): string {
  return `case when ${isNumber(text)} then (${text}::decimal(28,18) * 100)::varchar else ${text} end`;
}

/** Half away from zero. What is no number is left as it is, for the contract to refuse. */
export function roundSql(text: string, decimals: number): string {
  const rounded = `round(${text}::decimal(38,18), ${decimals})::decimal(38,${decimals})`;
  return `case when ${isNumber(text)} then ${rounded}::varchar else ${text} end`;
}

/**
 * An amount in cents that takes over what the rounding of the rows before it left, so that the sum of all rows is the
 * rounded sum. `order` names rows in the order of the file.
 */
export function carrySql(text: string, order: string, group: string): string {
  const number = `case when ${isNumber(text)} then ${text}::decimal(28,12) else 0 end`;
  const upTo = `sum(${number}) over (partition by ${group} order by ${order} rows unbounded preceding)`;
  const cents = `(round(${upTo}, 2) - round(${upTo} - ${number}, 2))::decimal(18,2)`;
  return `case when ${isNumber(text)} then (${cents})::varchar else ${text} end`;
}

/** A plain number, also as spreadsheets write very small ones: `2.5E-7`. */
function isNumber(text: string): string {
  const digits = '-?(?:[0-9]{1,15}(?:\\.[0-9]{0,60})?|\\.[0-9]{1,60})(?:[eE]-[0-9]{1,2})?';
  return `regexp_full_match(${text}, '${digits}')`;
}

export function negateSql(text: string): string {
  return `case when ${text} like '-%' then substr(${text}, 2) else '-' || ${text} end`;
}
