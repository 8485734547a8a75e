/** Headers: names without regard to case, in the order in which they came. */
import { repr, reprMethod, typeTag } from '../../runtime/index.ts';

export type HeaderFields = Readonly<Record<string, string>>;

export class Headers implements Iterable<readonly [name: string, value: string]> {
  readonly #fields = new Map<string, readonly [name: string, value: string]>();
  readonly #type: string;

  /** @param type what Python calls the class */
  constructor(fields: Iterable<readonly [string, string]>, type: string) {
    this.#type = type;
    for (const [name, value] of fields) this.#fields.set(name.toLowerCase(), [name, value]);
  }

  /** The value of a header, whatever the case of its name; `fallback` when it is not there. */
  get(name: string): string | undefined;
  get<F>(name: string, fallback: F): string | F;
  get(name: string, fallback?: unknown): unknown {
    return this.#fields.get(name.toLowerCase())?.[1] ?? fallback;
  }

  has(name: string): boolean {
    return this.#fields.has(name.toLowerCase());
  }

  keys(): string[] {
    return [...this.#fields.values()].map(([name]) => name);
  }

  [Symbol.iterator](): Iterator<readonly [name: string, value: string]> {
    return this.#fields.values();
  }

  [typeTag](): string {
    return this.#type;
  }

  toString(): string {
    return repr(this);
  }

  [reprMethod](): string {
    const shown = repr(Object.fromEntries(this));
    return this.#type === 'Headers' ? `Headers(${shown})` : shown;
  }
}
