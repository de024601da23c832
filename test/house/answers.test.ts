import { expect, test } from 'vitest';
import { readAllReferences } from '../../pipelines/runtime/sql-references.ts';
import { answersOf } from '../../sql/answers.ts';
import { readCatalog } from '../../sql/catalog.ts';
import { EXTRACTS } from '../../transforms/extracts/index.ts';

const models = readCatalog();
const references = await readAllReferences(
  models.map((model) => ({ ...model, file: `sql/${model.schema}/${model.name}.sql` })),
);
const answers = answersOf([...EXTRACTS.keys()], models, references);

test('an extract that some table reads says what it lets a budget office see: `answers` in the header of a table', () => {
  const tables = models.filter(({ kind }) => kind === 'table').map(({ relation }) => relation);
  const read = [...EXTRACTS.keys()].filter((extract) =>
    tables.some((table) => references.get(table)?.includes(`staging.${extract}`)),
  );
  const told = new Set(answers.map(({ extract }) => extract));
  expect(read.filter((extract) => !told.has(extract))).toEqual([]);
});

test('what enrollment unlocks is found behind the tables that count it', () => {
  const enrollment = answers.filter(({ extract }) => extract === 'enrollment');
  expect(enrollment.map(({ relation }) => relation)).toEqual(['core.outcomes', 'core.students']);
});

test('that quality rules look at an extract is told where no table shows anything of it, and nowhere else', () => {
  const lookedAt = answers.filter(({ relation }) => relation === 'marts.quality_findings');
  expect(lookedAt.map(({ extract }) => extract)).toContain('job_codes');
  for (const { extract } of lookedAt) {
    expect(answers.filter((answer) => answer.extract === extract)).toHaveLength(1);
  }
});

test('the first answer on the way hides those behind it, so that a list does not tell everything of everything', () => {
  const found = answersOf(
    ['roster'],
    models.slice(0, 3).flatMap((model, i) =>
      model.kind === 'table'
        ? [
            {
              ...model,
              relation: `core.t${i}`,
              header: { ...model.header, answers: i === 0 ? undefined : `answer ${i}` },
            },
          ]
        : [],
    ),
    new Map([
      ['core.t0', ['staging.roster']],
      ['core.t1', ['core.t0']],
      ['core.t2', ['core.t1']],
    ]),
  );
  expect(found).toEqual([{ extract: 'roster', relation: 'core.t1', answers: 'answer 1' }]);
});
