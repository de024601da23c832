import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import {
  acceptLines,
  acceptRequests,
  type AcceptOptions,
  addAcceptOptions,
  typedOptions,
} from '../../pipelines/cli/accept-check.ts';

const optionsOf = (...words: readonly string[]): AcceptOptions =>
  addAcceptOptions(new Command()).parse(words, { from: 'user' }).opts<AcceptOptions>();

const failure = (step: string) => ({
  step,
  name: step,
  facts: { code: 'check', what: '', fix: '', message: '', exit: 3 as const },
});

const asked = { district: 'data/districts/oak hill', home: undefined, options: [] };

describe('refresh --accept-check', () => {
  test('asks for nothing when it is not there', () => {
    expect(acceptRequests(optionsOf())).toEqual([]);
  });

  test('shares a name and a reason among several checks', () => {
    const words = [
      '--accept-check',
      'a',
      '--accept-check',
      'b',
      '--by',
      'Pat',
      '--reason',
      'Known',
    ];
    expect(acceptRequests(optionsOf(...words))).toEqual([
      { check: 'a', by: 'Pat', reason: 'Known' },
      { check: 'b', by: 'Pat', reason: 'Known' },
    ]);
  });

  test('passes on what is not whole, so that the person is told', () => {
    expect(acceptRequests(optionsOf('--by', 'Pat'))).toEqual([
      { check: '', by: 'Pat', reason: '' },
    ]);
    expect(acceptRequests(optionsOf('--accept-check', 'a'))).toEqual([
      { check: 'a', by: '', reason: '' },
    ]);
  });
});

describe('after a check that blocks', () => {
  test('the command that accepts it repeats how it was typed', () => {
    const options = typedOptions({
      site: false,
      set: { students: 'a b' },
      label: 'final',
      temporal: true,
    });
    const [, command] = acceptLines(
      [
        failure('checks.not_yet_assigned_limit@all'),
        failure('checks.ledger_lines_once@2024'),
        failure('checks.ledger_lines_once@2025'),
      ],
      { ...asked, home: '/srv/maps', options },
      new Map([['not_yet_assigned_limit', '1a2b3c4d']]),
    );
    expect(command?.trim()).toBe(
      "npx resource-map refresh 'data/districts/oak hill' --home /srv/maps --set 'students=a b' --label final --no-site --temporal " +
        '--accept-check ledger_lines_once --accept-check not_yet_assigned_limit@1a2b3c4d --by "Your Name" --reason "Why it may stand"',
    );
  });

  test('there is none for a check that nobody may accept, and for what failed', () => {
    expect(
      acceptLines([failure('checks.rows_equation@all'), failure('core.sites@2024')], asked),
    ).toEqual([]);
  });
});
