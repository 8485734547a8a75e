/**
 * Reading a program's values without calling its code: no getter, no method, no iterator of a value is called here. So looking at a value, as recording
 * does, never changes what a program does. Only a proxy's traps cannot be avoided: what they throw ends here.
 */

/** Prototypes that are looked at before a chain counts as endless. */
const MAX_CHAIN = 50;

/** What `look` gives, or undefined when the program's own code (a proxy's trap) raises instead of answering. */
export function guarded<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}

/**
 * What a property holds; undefined for a getter. In a hardened realm some properties of the language's own prototypes are getters, so that they can be
 * overridden by assignment; their value stands beside the getter.
 */
function held(property: PropertyDescriptor | undefined): unknown {
  const { get, value } = (property ?? {}) as { readonly get?: object | undefined; readonly value?: unknown };
  return get === undefined ? value : Reflect.getOwnPropertyDescriptor(get, 'originalValue')?.value;
}

/** The data property `key` of `value` itself; undefined when there is none, or a getter stands there. */
export function ownData(value: object, key: PropertyKey): unknown {
  return guarded(() => held(Reflect.getOwnPropertyDescriptor(value, key)));
}

/** The data property `key` of `value` or of its prototypes; undefined when there is none, or a getter stands there. */
export function dataOf(value: object, key: PropertyKey): unknown {
  return guarded(() => {
    let holder: object | null = value;
    for (let i = 0; holder !== null && i < MAX_CHAIN; i += 1) {
      const found: PropertyDescriptor | undefined = Reflect.getOwnPropertyDescriptor(holder, key);
      if (found !== undefined) return held(found);
      holder = Reflect.getPrototypeOf(holder);
    }
    return undefined;
  });
}

/** A function's name; empty when it has none. */
export function functionName(value: object): string {
  const name = ownData(value, 'name');
  return typeof name === 'string' ? name : '';
}

/** The names of an object's class and of those that it extends, nearest first; empty without a prototype. */
export function classNames(value: object): string[] {
  const names: string[] = [];
  guarded(() => {
    let holder = Reflect.getPrototypeOf(value);
    for (let i = 0; holder !== null && i < MAX_CHAIN; i += 1) {
      const maker = held(Reflect.getOwnPropertyDescriptor(holder, 'constructor'));
      const name = typeof maker === 'function' ? functionName(maker) : '';
      if (name !== '') names.push(name);
      holder = Reflect.getPrototypeOf(holder);
    }
  });
  return names;
}

/** An error's class as it is told: the `name` that it was given itself, else its class's. */
export function errorName(error: object): string {
  const own = ownData(error, 'name');
  return typeof own === 'string' && own !== '' ? own : (classNames(error)[0] ?? 'Error');
}

/** An error's message; empty when it has none, or one that is not a text. */
export function errorMessage(error: object): string {
  const message = dataOf(error, 'message');
  return typeof message === 'string' ? message : '';
}
