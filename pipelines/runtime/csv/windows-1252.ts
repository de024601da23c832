import { isAscii } from 'node:buffer';

// What the bytes 80 to 9F mean; the five that mean nothing keep their control character, which no cell may hold.
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Windows-1252 bytes as UTF-8. Each byte is one character, so a text may be cut anywhere. */
export function fromWindows1252(bytes: Buffer): Buffer {
  if (isAscii(bytes)) return bytes;
  const text = bytes
    .toString('latin1')
    .replaceAll(/[\x80-\x9f]/g, (character) => HIGH[character.charCodeAt(0) - 0x80] ?? character);
  return Buffer.from(text, 'utf8');
}
