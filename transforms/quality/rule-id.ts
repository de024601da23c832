type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/**
 * The id of a quality rule: F file and format, K keys and references, L ledger, S staff, O students and outcomes.
 * Messages print it, and people look it up in the rule list.
 */
export type RuleId = `${'F' | 'K' | 'L' | 'S' | 'O'}${Digit}${Digit}`;
