/**
 * Whether a regular expression can be read. The engine that searches with it (RE2) is asked only when files are read,
 * so JavaScript reads it here, with what the two do not share: RE2 has flags in front, and no look-around or
 * backreference.
 */
export function isSearchPattern(pattern: string): boolean {
  if (/\(\?<?[=!]|\\[1-9]/.test(pattern)) return false;
  // RE2 writes counted repeats out, and stops at a thousand.
  const counts = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, from, to]) =>
    Number(to || from),
  );
  if (counts.reduce((product, count) => product * Math.max(1, count), 1) > 1000) return false;
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
  let text = pattern.replaceAll(/\\.|\[(?:\\.|[^\]])*\]/g, 'x');
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
