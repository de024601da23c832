import { describe, expect, test } from 'vitest';
import { importsOf, readSources, type SourceText } from './source-files.ts';

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

interface Wall {
  readonly room: string;
  readonly may: readonly string[];
  /** It is bundled, so what it names of other rooms as types never comes along. */
  readonly typesFromAnywhere?: boolean;
}

/** What each room may import of ours; a room may always import itself. */
const walls: readonly Wall[] = [
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
  {
    room: 'pipelines/temporal/workflows/',
    may: ['pipelines/graph/'],
    typesFromAnywhere: true,
  },
  {
    room: 'pipelines/temporal/',
    may: [...making, 'pipelines/refresh/', 'pipelines/operations/'],
  },
  { room: 'pipelines/generate/', may: ['transforms/'] },
  { room: 'pipelines/profile/', may: ['transforms/', 'pipelines/runtime/'] },
  {
    room: 'pipelines/cli/',
    may: [
      ...making,
      'pipelines/refresh/',
      'pipelines/operations/',
      'pipelines/local/',
      'pipelines/temporal/',
      'pipelines/generate/',
      'pipelines/profile/',
    ],
  },
];

const roomOf = (path: string) => walls.find(({ room }) => path.startsWith(room));

describe('the walls of the house', () => {
  test('every file of the product stands in a room', () => {
    expect(sources.filter(({ path }) => !roomOf(path)).map(({ path }) => path)).toEqual([]);
  });

  test.each(walls)('$room imports only what it may', ({ room, may, typesFromAnywhere }) => {
    const breaches = sources
      .filter((source) => roomOf(source.path)?.room === room)
      .flatMap(({ path, own, loaded }) =>
        (typesFromAnywhere ? loaded : own)
          .filter((target) => !target.startsWith(room) && !may.some((m) => target.startsWith(m)))
          .map((target) => `${path} imports ${target}`),
      );
    expect(breaches).toEqual([]);
  });

  test('workflows use no packages but those that Temporal makes for them', () => {
    const allowed = ['@temporalio/workflow', '@temporalio/common'];
    const breaches = sources
      .filter(({ path }) => path.startsWith('pipelines/temporal/workflows/'))
      .flatMap(({ path, loadedOthers }) =>
        loadedOthers
          .filter((name) => !allowed.includes(name))
          .map((name) => `${path} imports ${name}`),
      );
    expect(breaches).toEqual([]);
  });

  test("Temporal's packages are named nowhere but in its room", () => {
    const breaches = sources
      .filter(({ path }) => !path.startsWith('pipelines/temporal/'))
      .flatMap(({ path, others }) =>
        others
          .filter((name) => name.startsWith('@temporalio/'))
          .map((name) => `${path} imports ${name}`),
      );
    expect(breaches).toEqual([]);
  });

  test("Temporal's room is entered only by an import that waits until it is needed", () => {
    const breaches = sources
      .filter(({ path }) => !path.startsWith('pipelines/temporal/'))
      .flatMap(({ path, loaded }) =>
        loaded
          .filter((target) => target.startsWith('pipelines/temporal/'))
          .map((target) => `${path} loads ${target}`),
      );
    expect(breaches).toEqual([]);
  });

  test.each([
    ["import type { A } from './a.ts';", false],
    ["import type A from './a.ts';", false],
    ["export type { A } from './a.ts';", false],
    ["import { type A } from './a.ts';", true],
    ["import { a, type A } from './a.ts';", true],
    ["import type, { a } from './a.ts';", true],
    ["import {\n  a,\n} from './a.ts';", true],
    ["export * from './a.ts';", true],
    ["import './a.ts';", true],
    ["const { a } = await import('./a.ts');", false],
  ])('of an import it is known whether it loads: %j', (text, loads) => {
    expect(importsOf(text)).toEqual([{ name: './a.ts', loads }]);
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
