/**
 * The worker in which Python runs, in the page: boots CPython from the files that it is handed, and runs one program after the other. One classic script is
 * bundled from this file.
 *
 * Keeps true: the way to answer is captured before any program runs. Python can reach everything of this worker, which is nothing: no network, no storage,
 * no page. What holds it is the frame around it.
 */
import { HOME, serveFiles } from './surroundings.ts';
import { loadPyodide } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import type { Answer } from '../sandbox/protocol.ts';
import { openInterpreter, type Harness, type Interpreter } from './interpreter.ts';
import { PYTHON_LIMITS, type PythonFiles, type PythonRequest } from './protocol.ts';

/** Our Python files, put in by the build. */
declare const HARNESS: Harness;
/** What pyodide wants to know of the packages that it could load. The build puts it in; there are none. */
declare const LOCK: { readonly info: object; readonly packages: object };

type Post = (answer: Answer) => void;

const nothing = (): void => undefined;

async function boot(files: Omit<PythonFiles, 'script'>): Promise<Interpreter> {
  serveFiles(files);
  const python = await loadPyodide({
    indexURL: HOME,
    createPyodideModule,
    lockFileContents: JSON.stringify(LOCK),
    jsglobals: {},
    enableRunUntilComplete: false,
    stdin: () => null,
    stdout: nothing,
    stderr: nothing,
  });
  const interpreter = openInterpreter(python, HARNESS);
  // Compiles asyncio, which comes as source: a moment on a fast machine, and seconds on a slow one, which no program's clock should count.
  interpreter.record('import asyncio', 'warm-up.py', { limits: PYTHON_LIMITS });
  return interpreter;
}

function answer({ program, limits }: PythonRequest, interpreter: Interpreter, post: Post): void {
  const { record, said } = interpreter.record(program.code, program.file, {
    limits,
    onOutput(line) {
      post({ type: 'output', json: JSON.stringify([line]) });
    },
    onSteps(count) {
      post({ type: 'steps', count });
    },
  });
  post({ type: 'said', text: said });
  post({ type: 'record', json: JSON.stringify(record) });
}

const why = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error));

addEventListener(
  'message',
  ({ data, ports: [port] }) => {
    if (port === undefined) return;
    const post: Post = port.postMessage.bind(port);
    boot(data as Omit<PythonFiles, 'script'>).then(
      (interpreter) => {
        port.onmessage = ({ data: request }) => {
          try {
            answer(request as PythonRequest, interpreter, post);
          } catch (error) {
            post({ type: 'failure', message: why(error) });
          }
        };
        post({ type: 'ready' });
      },
      (error: unknown) => {
        post({ type: 'failure', message: `Python did not start: ${why(error)}` });
      },
    );
  },
  { once: true },
);
