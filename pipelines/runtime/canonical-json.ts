import { createHash } from 'node:crypto';

/** A value that JSON can hold; a key without a value is left out, as JSON does. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/** JSON in one spelling: names in order of code unit, no spaces. Equal values give equal text on every machine. */
function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) {
      throw new TypeError('A number that is not finite has no JSON.');
    }
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** sha256 of a text, as 64 hex digits. */
export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** sha256 of a value's canonical JSON. */
export function hashJson(value: Json): string {
  return sha256(canonicalJson(value));
}

/** A parsed or plain value as JSON: readonly interfaces have no index signature, so they are taken as they print. */
export function asJson(value: unknown): Json {
  return JSON.parse(JSON.stringify(value ?? null)) as Json;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
