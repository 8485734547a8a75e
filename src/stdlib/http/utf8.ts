/** Text to bytes and back: UTF-8. The language has no encoder of its own, and this folder knows nothing of its host. */
export function encode(text: string): Uint8Array {
  const parts = encodeURIComponent(text.toWellFormed()).match(/%..|[^%]/g) ?? [];
  return Uint8Array.from(parts, (part) => (part.length === 1 ? part.charCodeAt(0) : Number.parseInt(part.slice(1), 16)));
}

/** What is not UTF-8 becomes U+FFFD, a byte at a time. */
export function decode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const length = lengthOf(bytes, at);
    text += length === 0 ? '\uFFFD' : String.fromCodePoint(codePoint(bytes, at, length));
    at += Math.max(1, length);
  }
  return text;
}

/** The least code point that takes so many bytes. */
const LEAST = [0, 0, 0x80, 0x800, 0x1_0000];

/** How many bytes the code point at `at` takes; 0 when there is none. */
function lengthOf(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const length = first >= 0xf0 && first < 0xf8 ? 4 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 0;
  if (length === 0) return 0;
  for (let i = 1; i < length; i += 1) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  const point = codePoint(bytes, at, length);
  return point < (LEAST[length] ?? 0) || point > 0x10_ffff || (point >= 0xd800 && point < 0xe000) ? 0 : length;
}

function codePoint(bytes: Uint8Array, at: number, length: number): number {
  let point = (bytes[at] ?? 0) & (length === 1 ? 0x7f : 0xff >> (length + 1));
  for (let i = 1; i < length; i += 1) point = (point << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return point;
}
