import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCatalog, readRuleSelects } from '../../sql/catalog.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';
import type { Rule } from '../../transforms/quality/rule.ts';
import { RULES } from '../../transforms/quality/rules.ts';
import { rulesMarkdown } from '../../transforms/quality/words.ts';
import { readSources } from '../house/source-files.ts';
import { repository } from '../support/repository.ts';

const selects = readRuleSelects();
const checks = new Map(
  readCatalog().flatMap((model) =>
    model.kind === 'check' ? [[model.relation, model.header]] : [],
  ),
);

/** All TypeScript that reads files, stages them and codes them; the list itself is no enforcer. */
const code = readSources('transforms', 'pipelines')
  .filter(({ path }) => !path.startsWith('transforms/quality/'))
  .map(({ text }) => text)
  .join('\n');

function isEnforced({ id, enforcedBy }: Rule): boolean {
  if (enforcedBy === 'rules') return selects.some((select) => select.id === id);
  if (enforcedBy.startsWith('checks.')) return checks.get(enforcedBy)?.rule === id;
  return code.includes(`'${id}'`);
}

describe('the list of quality rules', () => {
  test('has each id once, in order', () => {
    const ids = RULES.map(({ id }) => id);
    const order = ids.map((id) => `${'FKLSO'.indexOf(id.charAt(0))}${id.slice(1)}`);
    expect(order).toEqual([...new Set(order)].sort());
  });

  test('has every rule that a select, a check or a reader names', () => {
    const known = RULES.map(({ id }) => String(id));
    const named = [
      ...selects.map(({ id }) => id),
      ...[...checks.values()].flatMap(({ rule }) => rule ?? []),
    ];
    expect(named.filter((id) => !known.includes(id))).toEqual([]);
  });

  test('names an enforcer of each rule, and that one is there', () => {
    expect(RULES.filter((rule) => !isEnforced(rule)).map(({ id }) => id)).toEqual([]);
  });

  test('needs only extracts that there are', () => {
    const needed = new Set(RULES.flatMap(({ needs }) => needs.flat()));
    expect([...needed].filter((name) => !EXTRACTS.has(name))).toEqual([]);
  });

  test('says what is wrong, when it matters and what to do, each in a sentence', () => {
    const sentence = /^[A-Z].*\.$/;
    const unsaid = RULES.filter(
      ({ title, matters, resolve }) =>
        ![title, matters, resolve].every((text) => sentence.test(text)),
    );
    expect(unsaid.map(({ id }) => id)).toEqual([]);
  });

  test('has a limit for each threshold that a select reads', () => {
    const read = selects.flatMap(({ id, sql }) =>
      [...sql.matchAll(/limits\.([a-z]\d\d)\.(\w+)/g)].map(([, rule = '', name = '']) => ({
        own: rule.toUpperCase() === id,
        known: RULES.find((each) => each.id === id)?.thresholds?.[name] !== undefined,
        name: `${rule}.${name}`,
      })),
    );
    expect(read.filter(({ own, known }) => !own || !known)).toEqual([]);
    const unread = RULES.flatMap(({ id, thresholds = {} }) =>
      Object.keys(thresholds)
        .map((name) => `${id.toLowerCase()}.${name}`)
        .filter((name) => !read.some((each) => each.name === name)),
    );
    expect(unread).toEqual([]);
  });

  test('is told to people as data/QUALITY.md has it', async () => {
    const file = join(repository, 'data/QUALITY.md');
    await expect(rulesMarkdown(RULES)).toMatchFileSnapshot(file);
    expect(readFileSync(file, 'utf8')).toContain('### L08: ');
  });
});
