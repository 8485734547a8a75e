/** A compiled program as a function of this process, without the sandbox's walls: thousands of programs a minute can be compared so. */
import { runInThisContext } from 'node:vm';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { helpers } from '../../src/runtime/index.ts';

/** Runs `program`, which may import `modules`, and prints with `console`. Throws what the program throws. */
export function evaluate(program: CompiledProgram, modules: ReadonlyMap<string, object>, console: object): void {
  type Main = (require: (name: string) => object, exports: object, module: object, runtime: object) => void;
  const load = runInThisContext(`(console) => ${program.code}`, { filename: program.file }) as (console: object) => Main;
  load(console)((name) => modules.get(name) ?? {}, {}, {}, helpers);
}
