/** Our loop, as learners get it: the program compiled by our compiler, the runtime bundled and locked down as in the page. */
import { runInThisContext } from 'node:vm';
import { compileInNode } from '../../../src/compiler/node.ts';
import { bundle } from '../../../src/sandbox/bundle.ts';
import type * as Inside from '../inside.ts';
import type { Contender, Workload } from './contender.ts';
import { PROGRAM } from './ours-program.ts';

export async function contender(recording: boolean): Promise<Contender> {
  const compiled = await compileInNode(PROGRAM, 'program.ts');
  if (!compiled.ok) throw new Error(`the benchmark's program does not compile: ${JSON.stringify(compiled)}`);
  // Bundled before the realm is locked down, and evaluated as the page evaluates it: one classic script.
  runInThisContext(await bundle('../../tools/bench/inside.ts', { globalName: 'loopwiseInside' }));
  const inside = (globalThis as unknown as { readonly loopwiseInside: typeof Inside }).loopwiseInside;
  let suspended = (): void => undefined;
  const program = inside.load(compiled.program, {
    suspended: () => {
      suspended();
    },
  }) as Readonly<Record<string, (n: number) => number>>;
  const row =
    (name: string): Workload =>
    (n, whenSuspended) => {
      suspended = whenSuspended;
      return program[name]?.(n) ?? 0;
    };
  return {
    workloads: {
      switches: row('switches'),
      tasks: row('tasks'),
      gather: row('gathers'),
      ...(inside.has('Queue') ? { queue: row('queue') } : {}),
      timers: row('timers'),
      awaits: row('awaits'),
      chain: row('chain'),
      bytes: row('bytes'),
      'sleeping-bytes': row('sleepingBytes'),
      million: row('million'),
    },
    around: (work) => inside.round(work as () => number, recording),
  };
}
