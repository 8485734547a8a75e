/**
 * What a name means that a program does not declare: the hardened evaluator would quietly give `undefined` for every such name, and a typing error would
 * go unseen; JavaScript raises a ReferenceError, as Python raises a NameError.
 *
 * Keeps true: a name that is not there raises, in all engines with the same words. Two things differ from JavaScript: `typeof` of such a name raises too,
 * as a scope cannot tell it from a use; and names of the host in `SILENT` are undefined, so that a program may ask for them.
 */

/** Names of hosts that programs ask for with `typeof` before they use them; and what compiled code itself asks for. */
const SILENT: ReadonlySet<PropertyKey> = new Set([
  ...[
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'Worker',
    'importScripts',
    'postMessage',
    'indexedDB',
    'navigator',
    'location',
  ],
  ...[
    'window',
    'document',
    'self',
    'global',
    'process',
    'require',
    'module',
    'exports',
    'Buffer',
    'Deno',
    'Bun',
    'SuppressedError',
  ],
]);

let made: object | undefined;

/** The prototype of the object in which a program's free names are looked up. `known` are names that an engine may lack: they are undefined there. */
export function absentNames(known: ReadonlySet<PropertyKey>): object {
  const missing = (name: PropertyKey): never => {
    throw new ReferenceError(`${String(name)} is not defined`);
  };
  return (made ??= new Proxy(Object.freeze({ __proto__: null }), {
    has: (_, name) => typeof name === 'string' && !SILENT.has(name) && !known.has(name),
    get: (_, name) => (typeof name === 'string' ? missing(name) : undefined),
    set: (_, name) => missing(name),
  }));
}
