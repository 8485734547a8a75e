/**
 * Reading a program's values without calling its code: no getter, no method, no `toString` of a value is ever called here. Only a proxy's traps cannot be
 * avoided where the engine has no way to tell one; what they throw ends here, and what they never finish ends with the wall clock.
 */

/** Prototypes that are looked at before a chain counts as endless. */
const MAX_CHAIN = 50;

/** `Error.isError`, where the engine has it: true for errors, false for proxies of errors and for look-alikes. Taken before a lockdown can remove it. */
let isErrorNatively = (Error as { readonly isError?: (value: unknown) => boolean }).isError;

/** Hands over what an entry kept of the realm before its lockdown. */
export function keepIsError(native: typeof isErrorNatively): void {
  isErrorNatively ??= native;
}

/** True for a real error object. */
export function isError(value: unknown): value is Error {
  if (isErrorNatively !== undefined) return isErrorNatively(value);
  return guarded(() => value instanceof Error) ?? false;
}

/** What `look` gives, or undefined when the program's own code (a proxy's trap) raises instead of answering. */
export function guarded<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/**
 * What a property holds; undefined for a getter. After the lockdown some properties of the language's own prototypes are getters, so that they can be
 * overridden by assignment; their value stands beside the getter.
 */
function valueOf(property: PropertyDescriptor | undefined): unknown {
  const { get, value } = (property ?? {}) as { readonly get?: object | undefined; readonly value?: unknown };
  return get === undefined ? value : Reflect.getOwnPropertyDescriptor(get, 'originalValue')?.value;
}

/** The data property `key` of `value` or of its prototypes; undefined when there is none, or a getter stands there. */
export function dataOf(value: object, key: PropertyKey): unknown {
  return guarded(() => {
    let holder: object | null = value;
    for (let i = 0; holder !== null && i < MAX_CHAIN; i += 1) {
      const found: PropertyDescriptor | undefined = Reflect.getOwnPropertyDescriptor(holder, key);
      if (found !== undefined) return valueOf(found);
      holder = Reflect.getPrototypeOf(holder);
    }
    return undefined;
  });
}

/** A function's name; empty when it has none. */
export function functionName(value: object): string {
  const name = guarded(() => Reflect.getOwnPropertyDescriptor(value, 'name')?.value as unknown);
  return typeof name === 'string' ? name : '';
}

/** The names of an object's class and of those that it extends, nearest first; empty without a prototype. */
export function classNames(value: object): string[] {
  const names: string[] = [];
  guarded(() => {
    let holder = Reflect.getPrototypeOf(value);
    for (let i = 0; holder !== null && i < MAX_CHAIN; i += 1) {
      const maker = valueOf(Reflect.getOwnPropertyDescriptor(holder, 'constructor'));
      const name = typeof maker === 'function' ? functionName(maker) : '';
      if (name !== '') names.push(name);
      holder = Reflect.getPrototypeOf(holder);
    }
  });
  return names;
}

/** The name of an object's class; 'Object' for plain ones, undefined without a prototype. */
export function className(value: object): string | undefined {
  return classNames(value)[0];
}

/** An error's class as it is told: the `name` that it was given itself, else its class's. */
export function errorType(error: object): string {
  const own = guarded(() => Reflect.getOwnPropertyDescriptor(error, 'name')?.value as unknown);
  if (typeof own === 'string' && own !== '') return own;
  return className(error) ?? 'Error';
}

/** An error's message; empty when it has none, or one that is not a text. */
export function errorMessage(error: object): string {
  const message = dataOf(error, 'message');
  return typeof message === 'string' ? message : '';
}
