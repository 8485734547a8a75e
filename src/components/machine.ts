/**
 * What runs programs on this page: one sandbox, one compiler and one Python, shared by all its listings and exercises, made when first needed.
 *
 * Keeps true: nothing is loaded before somebody comes near a program, the compiler (megabytes) not before somebody is about to edit one, and Python (more of
 * them) not before somebody runs it.
 */
import { signal } from '@preact/signals';
import type { CompileResult } from '../compiler/index.ts';
import { createProgressStore, type ProgressStore } from '../course/index.ts';
import type { Python } from '../python/page.ts';
import { createSandbox, type Sandbox } from '../sandbox/page.ts';

/** The address of a file that the layout has named on the root element, such as `runner`. */
function assetUrl(name: 'runner' | 'wasm' | 'manifest'): string {
  const path = document.documentElement.dataset[name];
  if (path === undefined) throw new Error(`the page does not say where its ${name} is`);
  return new URL(path, document.baseURI).href;
}

let theSandbox: Sandbox | undefined;

/** The page's sandbox. */
export function sandbox(): Sandbox {
  theSandbox ??= createSandbox({ runnerUrl: assetUrl('runner') });
  return theSandbox;
}

/** How much of the compiler is loaded, from 0 to 1; undefined when it is not being loaded, or when that is not known. */
export const compilerProgress = signal<number | undefined>(undefined);

type Compile = (source: string, file: string) => Promise<CompileResult>;
let theCompiler: Promise<Compile> | undefined;

async function startCompiler(): Promise<Compile> {
  const { bootCompiler } = await import('./editor/compiler.ts');
  return bootCompiler({ wasmUrl: assetUrl('wasm'), manifestUrl: assetUrl('manifest') }, (part) => {
    compilerProgress.value = part;
  });
}

/** Loads the compiler, once; called when the reader's focus first enters an editor. A failure is told to whoever compiles, and tried again then. */
export function warmCompiler(): Promise<Compile> {
  theCompiler ??= startCompiler().catch((error: unknown) => {
    theCompiler = undefined;
    throw error;
  });
  return theCompiler;
}

/** The last compiled source with its result: Run and then Check of the same code compile it once. */
let last: { readonly source: string; readonly file: string; readonly result: CompileResult } | undefined;

/** Compiles a program of the reader's. Rejects when the compiler cannot be loaded. */
export async function compile(source: string, file: string): Promise<CompileResult> {
  if (last?.source === source && last.file === file) return last.result;
  const run = await warmCompiler();
  const result = await run(source, file);
  last = { source, file, result };
  return result;
}

let thePython: Promise<Python> | undefined;

async function openPython(): Promise<Python> {
  const { pythonOf } = await import('./listing/python.ts');
  return pythonOf(assetUrl('manifest'));
}

/** Real CPython. What it is made of is loaded by its first run. Rejects when the page cannot learn where that is; asked again, it tries again. */
export function python(): Promise<Python> {
  thePython ??= openPython().catch((error: unknown) => {
    thePython = undefined;
    throw error;
  });
  return thePython;
}

type StoreOf = 'exercise' | 'listing';
const stores: Partial<Record<StoreOf, ProgressStore>> = {};

/** The reader's progress in this browser: on exercises, and what was made of listings. */
export function progressStore(of: StoreOf = 'exercise'): ProgressStore {
  return (stores[of] ??= createProgressStore({
    of,
    storage: openStorage(),
    events: window,
    stamp: () => new Date().toISOString(),
  }));
}

/** The browser's storage, or undefined where it refuses even to be asked. */
function openStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
