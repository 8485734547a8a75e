/**
 * The page's side of the compiler: a worker that is started when first needed. Pulls in neither the parser nor esbuild.
 *
 * Keeps true: there is at most one worker; every `compile` is answered or rejected; after a failure the next `compile` starts a new worker.
 */
import { loadWasm } from './load-wasm.ts';
import type { Modules } from './import-errors.ts';
import type { CompileResult } from './program.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

export interface CompilerOptions {
  /** The address of the bundled `worker.ts`, a module worker. */
  readonly workerUrl: string | URL;
  /** The address of esbuild's WebAssembly, plain or gzipped. */
  readonly wasmUrl: string;
  /** Hears which part of the WebAssembly has arrived, from 0 to 1; undefined while the size is not known, and when loading has ended. */
  readonly onProgress?: ((part: number | undefined, bytes: number, total: number | undefined) => void) | undefined;
  /** The modules that a program may import, with what each exports. Left out: imports are not checked before the run. */
  readonly modules?: Modules | undefined;
}

export interface Compiler {
  /** Settles when the compiler has started; asking for it starts it. Rejects with an Error that says why it could not. */
  readonly ready: Promise<void>;
  /** Compiles one program; `file` is its name as positions show it. Rejects only when the compiler itself cannot work. */
  compile(source: string, file: string): Promise<CompileResult>;
  /** Ends the worker; whatever is being compiled is rejected. A later `compile` starts a new one. */
  dispose(): void;
}

interface Waiting {
  readonly resolve: (result: CompileResult) => void;
  readonly reject: (error: Error) => void;
}

/** A compiler that costs nothing until it is used. */
export function createCompiler(options: CompilerOptions): Compiler {
  let current: Instance | undefined;
  function instance(): Instance {
    if (current === undefined || current.isDead) current = new Instance(options);
    return current;
  }
  return {
    get ready() {
      return instance().ready;
    },
    compile: (source, file) => instance().compile(source, file),
    dispose() {
      current?.fail(new Error('The compiler was ended.'));
      current = undefined;
    },
  };
}

/** One worker from its start to its end. */
class Instance {
  readonly ready: Promise<void>;
  isDead = false;
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #modules: Modules | undefined;
  #fail: (error: Error) => void = () => undefined;
  #lastId = 0;

  constructor({ workerUrl, wasmUrl, onProgress, modules }: CompilerOptions) {
    this.#modules = modules;
    const worker = new Worker(workerUrl, { type: 'module', name: 'compiler' });
    this.#worker = worker;
    this.ready = new Promise((resolve, reject) => {
      this.#fail = reject;
      worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
        if (data.type === 'ready') resolve();
        else this.#receive(data);
      });
    });
    // Whoever compiles hears of a failure; nobody has to listen to `ready`.
    this.ready.catch(() => undefined);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.fail(new Error(`The compiler's worker failed: ${event.message || 'its script could not be loaded'}.`));
    });
    worker.addEventListener('messageerror', () => {
      this.fail(new Error("The compiler's answer could not be read."));
    });
    const loading = loadWasm(wasmUrl, (bytes, total) =>
      onProgress?.(total === undefined ? undefined : Math.min(bytes / total, 1), bytes, total),
    );
    loading.then(
      (wasm) => {
        onProgress?.(undefined, 0, undefined);
        this.#say({ type: 'boot', wasm });
      },
      (error: unknown) => {
        onProgress?.(undefined, 0, undefined);
        this.fail(
          new Error(
            `The compiler could not be loaded: ${error instanceof Error ? error.message : String(error)}. Is the network there?`,
            { cause: error },
          ),
        );
      },
    );
  }

  async compile(source: string, file: string): Promise<CompileResult> {
    await this.ready;
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.#say({ type: 'compile', id, source, file, modules: this.#modules });
    });
  }

  /** Ends the worker, and tells everybody who waits why. */
  fail(error: Error): void {
    if (this.isDead) return;
    this.isDead = true;
    this.#worker.terminate();
    this.#fail(error);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #receive(answer: Exclude<FromWorker, { readonly type: 'ready' }>): void {
    if (answer.type === 'failed') {
      // esbuild does not recover from a failure of its own: this worker is of no more use.
      this.fail(new Error(`The compiler failed: ${answer.message}`));
      return;
    }
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    waiting?.resolve(answer.result);
  }

  #say(message: ToWorker): void {
    if (!this.isDead) this.#worker.postMessage(message);
  }
}
