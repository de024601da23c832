import { createHash } from 'node:crypto';
import type { Engine } from '../../runtime/duckdb.ts';

const BLOCK = 64;

/** The two blocks that HMAC-SHA256 (RFC 2104) hashes before the text and before the inner digest, as hex. */
export function hmacPads(secret: string): { readonly ipad: string; readonly opad: string } {
  const bytes = Buffer.from(secret, 'utf8');
  const short = bytes.length > BLOCK ? createHash('sha256').update(bytes).digest() : bytes;
  const block = Buffer.concat([short, Buffer.alloc(BLOCK - short.length)]);
  const pad = (mask: number): string =>
    Buffer.from(block.map((byte) => byte ^ mask)).toString('hex');
  return { ipad: pad(0x36), opad: pad(0x5c) };
}

/** Lets the engine's SQL make pseudonyms, without the secret in any statement that is logged or explained. */
export async function setPads(engine: Engine, secret: string): Promise<void> {
  const { ipad, opad } = hmacPads(secret);
  await engine.run(`set variable ipad = from_hex('${ipad}')`);
  await engine.run(`set variable opad = from_hex('${opad}')`);
}
