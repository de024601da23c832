import { z } from 'zod';
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
    (text) => text !== '(none)',
    "means an empty cell in rule tables alone: write '' here, or '~^\\(none\\)$' where cells say (none)",
  );

/** Columns of the file and what their cells are; all must hold. */
export const conditions = z
  .record(quoted.min(1, 'must not be empty'), cellTest)
  .refine((tests) => Object.keys(tests).length > 0, 'must name at least one column');
