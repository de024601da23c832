/** A list of records inside a JSON value: where it is, as `format.path`, and how many it has. */
export interface JsonList {
  readonly path: string;
  readonly records: number;
}

/** Lists of objects in a JSON value, the longest first; a list of plain values is no table. */
export function jsonLists(value: unknown, path = ''): readonly JsonList[] {
  const found = new Map<string, number>();
  collect(value, path, found, 0);
  return [...found]
    .map(([at, records]) => ({ path: at, records }))
    .sort((a, b) => b.records - a.records || a.path.length - b.path.length);
}

/** Deeper than this, no sender nests its records. */
const DEEPEST = 6;

function collect(value: unknown, path: string, found: Map<string, number>, depth: number): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    const at = `${path}[]`;
    const objects = value.filter(
      (item) => typeof item === 'object' && item !== null && !Array.isArray(item),
    );
    if (objects.length === 0) return;
    found.set(at, (found.get(at) ?? 0) + objects.length);
    for (const object of objects) collect(object, at, found, depth + 1);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (/[.[\]]/.test(key)) continue;
    collect(inner, path === '' ? key : `${path}.${key}`, found, depth + 1);
  }
}
