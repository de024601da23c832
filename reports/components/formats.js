/* How a figure is printed in tables: whole words of a board member, never a bare number. */

const number = (digits) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const whole = number(0);
const one = number(1);
const two = number(2);

const signed = (value, print) => (value < 0 ? '-' : '') + print(Math.abs(value));

/** `$12.4M` from a million on, `$672,000` below. */
function dollars(value) {
  if (value >= 999_950_000) return `$${two.format(value / 1e9)}B`;
  if (value >= 999_950) return `$${one.format(value / 1e6)}M`;
  return `$${whole.format(value)}`;
}

/* What is printed as zero has no sign. */
const plus = (value, text) => (value > 0 && /[1-9]/.test(text) ? `+${text}` : text);

const formats = {
  text: (value) => String(value),
  dollars: (value) => signed(value, dollars),
  dollars_change: (value) => plus(value, signed(value, dollars)),
  dollars_whole: (value) => signed(value, (x) => `$${whole.format(x)}`),
  dollars_whole_change: (value) =>
    plus(
      value,
      signed(value, (x) => `$${whole.format(x)}`),
    ),
  dollars_exact: (value) => signed(value, (x) => `$${two.format(x)}`),
  percent: (value) => `${one.format(value * 100)}%`,
  percent_change: (value) => plus(value, `${one.format(value * 100)}%`),
  count: (value) => whole.format(value),
  decimal: (value) => one.format(value),
  index: (value) => two.format(value),
};

/** A cell as text; what is not known is a dash. */
export function format(value, name = 'text') {
  if (value === null || value === undefined || value === '') return '–';
  return formats[name](value);
}
