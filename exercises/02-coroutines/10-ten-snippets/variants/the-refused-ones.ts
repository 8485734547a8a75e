// Those that are refused; all others are accepted.
const refused = new Set(['b', 'd', 'e', 'g', 'i']);
const letters = [...'abcdefghij'];
export const answers = Object.fromEntries(letters.map((letter) => [letter, refused.has(letter) ? 'SyntaxError' : 'OK']));
