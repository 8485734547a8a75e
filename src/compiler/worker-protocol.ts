/** What goes between the page and its compiler worker. */
import type { Modules } from './import-errors.ts';
import type { CompileResult } from './program.ts';

/** The first message starts esbuild from its WebAssembly, compiled or as bytes; each later one is a program to compile. */
export type ToWorker =
  | { readonly type: 'boot'; readonly wasm: WebAssembly.Module | ArrayBuffer }
  | {
      readonly type: 'compile';
      readonly id: number;
      readonly source: string;
      readonly file: string;
      readonly modules?: Modules | undefined;
    };

/** `failed` says that the compiler itself could not do its work; what is wrong with a program is a `compiled` result. `id` is absent when it could not start. */
export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'compiled'; readonly id: number; readonly result: CompileResult }
  | { readonly type: 'failed'; readonly id?: number | undefined; readonly message: string };
