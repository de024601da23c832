/** What may stand in braces: `{fiscal_year}`, `{fiscal_year-1}`, `{fiscal_year:yy}`, `{fiscal_year-1:yy}`, or a parameter. */
const TOKEN = /\{(?:fiscal_year(?:-([1-9]))?(:yy)?|([a-z][a-z0-9_]*))\}/g;

type YearLabel = 'end' | 'start';

/** The names in braces that a template uses; every form of the fiscal year counts as `fiscal_year`. */
export function tokensOf(template: string): readonly string[] {
  const names = [...template.matchAll(TOKEN)].map((match) => match[3] ?? 'fiscal_year');
  return [...new Set(names)];
}

/** True when every brace of a template is one of the tokens. */
export function isTemplate(template: string): boolean {
  return !/[{}]/.test(template.replaceAll(TOKEN, ''));
}

/** Fills a template. `year` is the number that `{fiscal_year}` stands for; a token without a value stays as it is. */
export function fillTokens(
  template: string,
  year: number | null,
  parameters: Readonly<Record<string, string>>,
): string {
  return template.replaceAll(TOKEN, (token, back?: string, short?: string, name?: string) => {
    if (name !== undefined) return parameters[name] ?? token;
    if (year === null) return token;
    const number = year - Number(back ?? 0);
    return short === undefined ? String(number) : String(number % 100).padStart(2, '0');
  });
}

/** How a file pattern is matched: `*` is any run of characters, a year token captures unless it was filled before. */
export function patternOf(template: string): {
  /** The year that a name says, `null` when it has no token, `undefined` when the name does not fit. */
  yearOf(name: string): number | null | undefined;
} {
  const offsets: { back: number; short: boolean }[] = [];
  const literal = (text: string): string =>
    text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('\\*', '[^/]*');
  let source = '';
  let end = 0;
  for (const match of template.matchAll(TOKEN)) {
    source += literal(template.slice(end, match.index));
    source += match[2] === undefined ? '([0-9]{4})' : '([0-9]{2})';
    offsets.push({ back: Number(match[1] ?? 0), short: match[2] !== undefined });
    end = match.index + match[0].length;
  }
  const expression = new RegExp(`^${source}${literal(template.slice(end))}$`, 'u');
  return {
    yearOf(name) {
      const found = expression.exec(name);
      if (found === null) return undefined;
      const years = offsets.map(({ back, short }, i) => {
        const number = Number(found[i + 1]) + back;
        // Two digits are a year of this century: the oldest electronic ledgers are of the 2000s.
        return short ? 2000 + (number % 100) : number;
      });
      if (years.length === 0) return null;
      return years.every((year) => year === years[0]) ? years[0] : undefined;
    },
  };
}

/** The fiscal year (its end) of the number that a name carries. */
export function endYear(label: YearLabel, number: number): number {
  return label === 'start' ? number + 1 : number;
}

/** The number that a name carries for a fiscal year. */
export function labelYear(label: YearLabel, fiscalYear: number): number {
  return label === 'start' ? fiscalYear - 1 : fiscalYear;
}
