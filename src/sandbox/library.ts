/**
 * The modules that every program may import, and the helpers of compiled programs: named and hardened once, for all programs.
 *
 * Keeps true: whatever a bundler calls our functions and classes, programs see the names that they import them by; and whatever a program can come to that
 * others share is hardened, exported or not: the class of a coroutine, of the loop, of a queue's storage.
 */
import { beginWorld, helpers } from '../runtime/index.ts';
import { HIDDEN, MODULES } from './importable.ts';
import type { Modules } from './modules.ts';

interface Library {
  readonly modules: Modules;
  /** What compiled code gets as `$runtime`. */
  readonly helpers: object;
}

let made: Library | undefined;

/** The library. Its first call begins a world of its own; it is made after the lockdown. */
export function library(): Library {
  if (made !== undefined) return made;
  const modules = Object.fromEntries(Object.entries(MODULES).map(([name, module]) => [name, { ...module }]));
  for (const module of [...Object.values(modules), ...HIDDEN])
    for (const [name, value] of Object.entries(module)) giveName(value, name);
  beginWorld();
  harden(HIDDEN);
  made = harden({ modules, helpers: { ...helpers } });
  return made;
}

/** Names a function of ours; those of the language are frozen already, and bear their names. */
function giveName(value: unknown, name: string): void {
  if (typeof value === 'function' && !Object.isFrozen(value))
    Object.defineProperty(value, 'name', { value: name, configurable: true });
}
