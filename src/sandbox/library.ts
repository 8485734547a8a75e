/**
 * The modules that every program may import, and the helpers of compiled programs: named and hardened once, for all programs.
 *
 * Keeps true: whatever a bundler calls our functions and classes, programs see the names that they import them by.
 */
import { asyncio, beginWorld, helpers } from '../runtime/index.ts';
import { MODULES } from './importable.ts';
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
  for (const module of Object.values(modules)) for (const [name, value] of Object.entries(module)) giveName(value, name);
  beginWorld();
  giveName(asyncio.newEventLoop().constructor, 'EventLoop');
  giveName(asyncio.sleep(0).constructor, 'Coroutine');
  made = harden({ modules, helpers: { ...helpers } });
  return made;
}

/** Names a function of ours; those of the language are frozen already, and bear their names. */
function giveName(value: unknown, name: string): void {
  if (typeof value === 'function' && !Object.isFrozen(value))
    Object.defineProperty(value, 'name', { value: name, configurable: true });
}
