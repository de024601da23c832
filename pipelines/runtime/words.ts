/** A whole number as Americans write it: `1,234`. */
export function grouped(count: number | string): string {
  return String(count).replaceAll(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** How many of what: `1 row`, `1,234 rows`. */
export function countOf(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** An exact decimal of dollars as Americans write it: `-$1,234.50`. */
export function dollars(amount: string): string {
  const [whole = '', cents = '00'] = amount.replace('-', '').split('.');
  return `${amount.startsWith('-') ? '-' : ''}$${grouped(whole)}.${cents}`;
}
