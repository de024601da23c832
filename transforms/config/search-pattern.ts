/** RE2 writes counted repeats out, one within another, and stops at so many. */
const MOST_REPEATS = 1000;

/**
 * Whether a regular expression can be read. The engine that searches with it (RE2) is asked only when files are read,
 * so JavaScript reads it here, with what the two do not share: RE2 has flags in front, and no look-around or
 * backreference.
 */
export function isSearchPattern(pattern: string): boolean {
  if (/\(\?<?[=!]|\\[1-9]/.test(pattern)) return false;
  const counts = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, from, to]) =>
    Number(to || from),
  );
  const repeats = counts.reduce((product, count) => product * Math.max(1, count), 1);
  if (repeats > MOST_REPEATS) return false;
  const shared = pattern.replaceAll(/\(\?[imsU]+\)/g, '').replaceAll(/\(\?[imsU]+:/g, '(?:');
  try {
    return new RegExp(shared).source !== '';
  } catch {
    return false;
  }
}

/**
 * Whether a pattern repeats a group that itself repeats something, such as `(a+)+`. JavaScript, which searches the names
 * of files, may try such a pattern on a long name for years; RE2 never does.
 */
export function repeatsRepeats(pattern: string): boolean {
  // An escaped sign, or a class of them, is one character that repeats nothing.
  let text = pattern.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, 'x');
  // The innermost group by the innermost: one that is not refused becomes plain text, repeated as it was.
  for (;;) {
    const group = /\((?:\?(?:<\w+>|[^(<]*:))?([^()]*)\)([+*{])?/.exec(text);
    if (group === null) return false;
    const [whole, inner = '', repeated] = group;
    if (repeated !== undefined && /[+*{]/.test(inner)) return true;
    text = text.replace(
      whole,
      () => `${inner.replaceAll(/[|?]/g, 'x')}${repeated === undefined ? '' : '+'}`,
    );
  }
}
