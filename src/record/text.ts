/**
 * The texts and numbers of a record. Keeps true: a cut text says that it is cut, is never longer than asked, and ends in no half of a surrogate pair.
 */

/** The longest text of a warning, in UTF-16 units: it may hold a whole list of waiting tasks. */
export const MAX_TEXT = 4000;

/** Virtual seconds free of the noise of binary fractions, as the oracle rounds them. */
export function roundTime(seconds: number): number {
  return Math.abs(seconds) < 1e6 ? Math.round(seconds * 1e9) / 1e9 : seconds;
}

/** `text`, or its beginning and how much there was, in at most `length` UTF-16 units. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const note = `… (cut: ${String(text.length)} characters)`;
  if (note.length >= length) return copied(text.slice(0, length));
  const kept = text.slice(0, length - note.length);
  return copied(isHighSurrogate(kept.charCodeAt(kept.length - 1)) ? kept.slice(0, -1) : kept) + note;
}

/** The same text without the one that it was cut from, which an engine keeps for as long as a part of it: ten thousand of a million letters fill the memory. */
function copied(text: string): string {
  return text.split('').join('');
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
