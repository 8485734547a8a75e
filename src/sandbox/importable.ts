/** What every program may import: the modules, and by name what each exports. The sandbox hands them out; the compiler marks an import that is not among them. */
import { asyncio, hiddenClasses } from '../runtime/index.ts';
import * as stdlib from '../stdlib/index.ts';

/** Classes that no module exports, but that programs can come to by the objects they hold; by name. */
export const HIDDEN: readonly Readonly<Record<string, object>>[] = [hiddenClasses, stdlib.hiddenClasses];

/** The modules themselves, not yet hardened. */
export const MODULES = {
  asyncio,
  concurrent: stdlib.concurrent,
  contextvars: stdlib.contextvars,
  httpx: stdlib.httpx,
  network: stdlib.network,
  random: stdlib.random,
  requests: stdlib.requests,
  time: stdlib.time,
};

/** Modules by name, each with the names that it exports, in the alphabet's order. */
export const IMPORTABLE: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(MODULES).map(([name, module]) => [name, Object.keys(module).sort()]),
);
