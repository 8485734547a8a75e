/**
 * Names that the compiler adds to a program. Keeps true: no added name occurs anywhere in the program's text, so no declaration of the learner's can
 * hide one of ours and none of ours can hide one of the learner's. The same program always gets the same names.
 */

/** Hands out names that do not occur in `code`. */
export class Names {
  readonly #code: string;
  readonly #given = new Map<string, string>();

  constructor(code: string) {
    this.#code = code;
  }

  /** `base`, with as many `$` behind it as it takes to be found nowhere in the program. Asking again gives the same name. */
  unused(base: string): string {
    const known = this.#given.get(base);
    if (known !== undefined) return known;
    let name = base;
    while (this.#code.includes(name)) name += '$';
    this.#given.set(base, name);
    return name;
  }
}
