/** Options are Python's keyword arguments: one that a function does not know is refused in CPython's words. */

/** Raises TypeError for the first option that is not among `known`; `of` is the function as Python names it, such as `Semaphore.__init__`. */
export function refuseUnknownKeywords(of: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options))
    if (!known.includes(key)) throw new TypeError(`${of}() got an unexpected keyword argument '${key}'`);
}
