/**
 * The compiler's face for the page: types, and the client of the worker that compiles. Pulls in neither the parser nor esbuild. Node has `node.ts`, the
 * page's worker is `worker.ts`.
 */
export type * from './program.ts';
export { createCompiler, type Compiler, type CompilerOptions } from './client.ts';
