import { describe, expect, test } from 'vitest';
import { readSources, type SourceText } from './source-files.ts';

const sources = readSources('transforms', 'sql', 'pipelines');
const byPath = new Map(sources.map((source) => [source.path, source]));

/** All that a step is made with. */
const making = [
  'transforms/',
  'sql/',
  'pipelines/graph/',
  'pipelines/runtime/',
  'pipelines/materialize/',
];

/** What each room may import of ours; a room may always import itself. */
const walls: readonly { readonly room: string; readonly may: readonly string[] }[] = [
  { room: 'transforms/', may: [] },
  { room: 'sql/', may: ['transforms/'] },
  { room: 'pipelines/graph/', may: [] },
  { room: 'pipelines/runtime/', may: ['transforms/', 'sql/', 'pipelines/graph/'] },
  {
    room: 'pipelines/materialize/',
    may: ['transforms/', 'sql/', 'pipelines/graph/', 'pipelines/runtime/'],
  },
  {
    room: 'pipelines/assets.ts',
    may: [
      'transforms/',
      'sql/',
      'pipelines/graph/',
      'pipelines/runtime/',
      'pipelines/materialize/',
    ],
  },
  {
    room: 'pipelines/refresh/',
    may: [...making, 'pipelines/assets.ts'],
  },
  {
    room: 'pipelines/operations/',
    may: [...making, 'pipelines/assets.ts', 'pipelines/refresh/'],
  },
  {
    room: 'pipelines/local/',
    may: [...making, 'pipelines/refresh/', 'pipelines/operations/'],
  },
  { room: 'pipelines/temporal/workflows/', may: ['pipelines/graph/'] },
  {
    room: 'pipelines/temporal/',
    may: [...making, 'pipelines/refresh/', 'pipelines/operations/'],
  },
  { room: 'pipelines/generate/', may: ['transforms/'] },
  {
    room: 'pipelines/cli/',
    may: [
      ...making,
      'pipelines/refresh/',
      'pipelines/operations/',
      'pipelines/local/',
      'pipelines/temporal/',
      'pipelines/generate/',
    ],
  },
];

const roomOf = (path: string) => walls.find(({ room }) => path.startsWith(room));

describe('the walls of the house', () => {
  test('every file of the product stands in a room', () => {
    expect(sources.filter(({ path }) => !roomOf(path)).map(({ path }) => path)).toEqual([]);
  });

  test.each(walls)('$room imports only what it may', ({ room, may }) => {
    const breaches = sources
      .filter(({ path }) => path.startsWith(room))
      .flatMap(({ path, own }) =>
        own
          .filter((target) => !target.startsWith(room) && !may.some((m) => target.startsWith(m)))
          .map((target) => `${path} imports ${target}`),
      );
    expect(breaches).toEqual([]);
  });

  test('transforms and the graph know no file, database, process or network', () => {
    const allowed = ['node:crypto', 'zod', 'yaml', 'csv-parse/sync'];
    const breaches = sources
      .filter(({ path }) => /^(transforms|pipelines\/graph)\//.test(path))
      .flatMap(({ path, others }) =>
        others.filter((name) => !allowed.includes(name)).map((name) => `${path} imports ${name}`),
      );
    expect(breaches).toEqual([]);
  });

  test('what is pure asks no clock, no environment and no chance', () => {
    const impure = /\bDate\.now\b|\bnew Date\(\)|\bprocess\.|\bMath\.random\b|\brandomUUID\b/;
    const pure = sources.filter(({ path }) =>
      /^(transforms|sql|pipelines\/(graph|generate))\//.test(path),
    );
    const code = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, '');
    expect(pure.filter(({ text }) => impure.test(code(text))).map(({ path }) => path)).toEqual([]);
  });

  test('the generator reaches nothing of coding, attribution or sql, by whatever way', () => {
    const reached = reachableFrom(
      sources.filter(({ path }) => path.startsWith('pipelines/generate/')),
    );
    const forbidden = /^(sql|transforms\/(coding|attribution))\//;
    expect([...reached].filter((path) => forbidden.test(path))).toEqual([]);
  });

  test('only the command prints', () => {
    const printing = sources.filter(
      ({ path, text }) => /\bconsole\./.test(text) && !path.startsWith('pipelines/cli/'),
    );
    expect(printing.map(({ path }) => path)).toEqual([]);
  });

  test('a file holds at most 200 lines', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 201);
    expect(long.map(({ path }) => path)).toEqual([]);
  });
});

function reachableFrom(start: readonly SourceText[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = start.map(({ path }) => path);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    waiting.push(...(byPath.get(path)?.own ?? []));
  }
  return reached;
}
