/** What an edition can be called, from the first figures of a month to those after an audit. */
export const LABELS = ['preliminary', 'final', 'audited', 'restated'] as const;
