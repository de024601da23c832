import { z } from 'zod';
import { NONE } from '../coding/condition.ts';
import { isSearchPattern } from './search-pattern.ts';

/** Text in the configuration; a bare number would lose its leading zeros before we see it. */
export const quoted = z.string('must be text: write it in quotes');

/**
 * `""` = the cell is empty, `~pattern` = a regular expression finds something in it, else the exact text. In rule
 * tables `~` is followed by words instead.
 */
const cellTest = quoted
  .refine(
    (text) => !text.startsWith('~') || isSearchPattern(text.slice(1)),
    'has no regular expression after "~" that can be read',
  )
  .refine(
    (text) => text !== NONE,
    `is "${NONE}", which means an empty cell only in the tables of coding/: write '' for an empty cell, or '~^\\(none\\)$' if the cells really say so`,
  );

/** Columns of the file and what their cells are; all must hold. */
export const conditions = z
  .record(quoted.min(1, 'must not be empty'), cellTest)
  .refine((tests) => Object.keys(tests).length > 0, 'must name at least one column');
