/** The year that the name of a file says, and the name with the year taken out. */
export interface NamedYear {
  /** The name as a pattern of district.yaml, such as `GL_FY{fiscal_year}.csv`. */
  readonly pattern: string;
  /** The fiscal year, the year in which it ends; null when the name says none. */
  readonly year: number | null;
  /** The name says it as a range of two years, or with FY: no other reading is likely. */
  readonly sure: boolean;
}

interface Way {
  readonly find: RegExp;
  /** The fiscal year and the pattern for what was found; undefined when it is no year after all. */
  readonly read: (
    found: readonly string[],
  ) => { year: number; pattern: string; sure: boolean } | undefined;
}

const full = (text: string | undefined): number => {
  const number = Number(text);
  return (text ?? '').length === 2 ? 2000 + number : number;
};

const WAYS: readonly Way[] = [
  {
    // 2022-2023, 2022_23, 202223
    find: /(?<!\d)(20\d\d)([-_]?)(20\d\d|\d\d)(?![-_]?\d)/,
    read: ([, start, between = '', end]) =>
      full(end) === full(start) + 1
        ? {
            year: full(end),
            pattern: `{fiscal_year-1}${between}{fiscal_year${end?.length === 2 ? ':yy' : ''}}`,
            sure: true,
          }
        : undefined,
  },
  {
    // SY1718, FY24-25
    find: /(?<=[A-Za-z])(\d\d)([-_]?)(\d\d)(?!\d)/,
    read: ([, start, between = '', end]) =>
      full(end) === full(start) + 1
        ? { year: full(end), pattern: `{fiscal_year-1:yy}${between}{fiscal_year:yy}`, sure: true }
        : undefined,
  },
  {
    // 2018-06-30, 20180630: a day, and July begins the next fiscal year.
    find: /(?<!\d)(20\d\d)([-_]?(0[1-9]|1[0-2])[-_]?(?:0[1-9]|[12]\d|3[01]))(?!\d)/,
    read: ([, year, rest = '', month]) =>
      Number(month) >= 7
        ? { year: Number(year) + 1, pattern: `{fiscal_year-1}${rest}`, sure: false }
        : { year: Number(year), pattern: `{fiscal_year}${rest}`, sure: false },
  },
  {
    find: /(?<=[Ff][Yy][-_ ]?)(20\d\d|\d\d)(?!\d)/,
    read: ([, year]) => ({
      year: full(year),
      pattern: year?.length === 2 ? '{fiscal_year:yy}' : '{fiscal_year}',
      sure: true,
    }),
  },
  {
    find: /(?<!\d)(20\d\d)(?!\d)/,
    read: ([, year]) => ({ year: Number(year), pattern: '{fiscal_year}', sure: false }),
  },
];

/** Finds the year in a file's name; a year in the file's own name is believed before one of its folder. */
export function namedYear(name: string): NamedYear {
  const slash = name.lastIndexOf('/') + 1;
  const [folder, file] = [name.slice(0, slash), name.slice(slash)];
  const inFile = readYear(file);
  const inFolder = readYear(folder);
  if (inFile === undefined) {
    if (inFolder === undefined) return { pattern: name, year: null, sure: false };
    return { ...inFolder, pattern: inFolder.pattern + file };
  }
  const same = inFolder?.year === inFile.year;
  return { ...inFile, pattern: (same ? inFolder.pattern : folder) + inFile.pattern };
}

function readYear(text: string): NamedYear | undefined {
  for (const { find, read } of WAYS) {
    const found = find.exec(text);
    if (found === null) continue;
    const said = read([...found]);
    if (said === undefined || said.year < 1990 || said.year > 2100) continue;
    const pattern =
      text.slice(0, found.index) + said.pattern + text.slice(found.index + found[0].length);
    return { ...said, pattern };
  }
  return undefined;
}

/** A header that says the year of its file, such as `Students (FY15)`, as next year's file will have it. */
export function yearlyHeader(header: string, year: number | null): string {
  return header.replaceAll(/\bFY ?(20\d\d|\d\d)(?!\d)/gi, (token: string, digits: string) => {
    if (full(digits) !== year) return token;
    const name = digits.length === 2 ? '{fiscal_year:yy}' : '{fiscal_year}';
    return token.slice(0, -digits.length) + name;
  });
}
