const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The fiscal period of a calendar month, of which the fiscal year begins with `firstMonth`, or the last period of a
 * quarter; NULL for a text that is neither.
 *
 * A month may be written as `7`, `July`, `Jul 2024`, `2024-07`, `2024-07-15`, `202407`, `7/2024` or `7/15/2024`.
 */
export function periodSql(text: string, of: 'month' | 'quarter', firstMonth = 7): string {
  if (of === 'quarter') {
    const quarter = `regexp_full_match(${text}, '[Qq]?(?:tr|TR)? ?[1-4]')`;
    return `case when ${quarter} then (right(${text}, 1)::integer * 3)::varchar end`;
  }
  const is = (form: string): string => `regexp_full_match(${text}, '${form}')`;
  const names = MONTHS.map((name) => `'${name}'`).join(', ');
  const named = `list_position([${names}], lower(left(${text}, 3)))`;
  const month =
    `case when ${is('[A-Za-z]{3,9}[-., ]{0,2}(?:[0-9]{2}|[0-9]{4})?')} then nullif(${named}, 0) ` +
    `when ${is('[0-9]{1,2}')} then ${text}::integer ` +
    `when ${is('(?:19|20)[0-9]{2}[-/]?[0-9]{2}')} then right(${text}, 2)::integer ` +
    `when ${is('(?:19|20)[0-9]{2}[-/][0-9]{2}[-/][0-9]{2}')} then substr(${text}, 6, 2)::integer ` +
    `when ${is('[0-9]{1,2}[-/](?:[0-9]{1,2}[-/])?(?:19|20)[0-9]{2}')} ` +
    `then regexp_extract(${text}, '^[0-9]+')::integer end`;
  const period = `((${month}) + ${12 - firstMonth}) % 12 + 1`;
  return `case when ${month} between 1 and 12 then (${period})::varchar end`;
}
