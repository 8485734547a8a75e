/**
 * Which submissions never share a process: those that reach for what only programs reach for that want to get out. Shares nothing with judging: such a
 * program is judged like any other, in a process of its own. What slips through here still meets every wall that stands without it.
 */

/** Words of JavaScript's machinery that answers to exercises hardly need. */
const REACHING = [
  /\.\s*(?:constructor|__proto__|prototype|caller|callee)\b/,
  /['"`](?:constructor|__proto__|prototype)['"`]/,
  /\b(?:eval|Function|Reflect|Proxy|Symbol|WeakRef|globalThis|arguments|process|require|postMessage)\b/,
  /\b(?:getPrototypeOf|setPrototypeOf|defineProperty|defineProperties|getOwnPropertyDescriptors?|__defineGetter__|__lookupGetter__)\b/,
  /\bimport\s*[(.]/,
  /\\(?:u|x)[0-9a-f{]/i, // names and strings that are not to be read
  /\[\s*(?:\(|['"`][^'"`]*['"`]\s*\+)/, // members whose names are put together
  /\[[^\]\n]*\+\s*['"`]/,
];

/** True when `code` is to be judged in a process of its own. */
export function wantsOut(code: string): boolean {
  return REACHING.some((pattern) => pattern.test(code));
}
