/**
 * Whether a regular expression can be read. The engine that searches with it (RE2) is asked only when files are read,
 * so JavaScript reads it here, with what the two do not share: RE2 has flags in front, and no look-around or
 * backreference.
 */
export function isSearchPattern(pattern: string): boolean {
  if (/\(\?<?[=!]|\\[1-9]/.test(pattern)) return false;
  const shared = pattern.replaceAll(/\(\?[imsU]+\)/g, '').replaceAll(/\(\?[imsU]+:/g, '(?:');
  try {
    return new RegExp(shared).source !== '';
  } catch {
    return false;
  }
}
