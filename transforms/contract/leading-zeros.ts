/** A code as a spreadsheet leaves it that takes it for a number: without the zeros at its start. */
export function withoutZeros(code: string): string {
  return code.replace(/^0+/, '');
}

/** Its SQL twin, over a VARCHAR expression. */
export function withoutZerosSql(code: string): string {
  return `ltrim(${code}, '0')`;
}
