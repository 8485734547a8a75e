/** Our side: a program compiled by the project's compiler and run on the runtime, in this process. */
import { compileInNode } from '../../src/compiler/node.ts';
import {
  asyncio,
  beginWorld,
  ContextVar,
  currentTaskName,
  endWorld,
  errorMessage,
  errorName,
  iteration,
  now,
} from '../../src/runtime/index.ts';
import { world } from '../../src/runtime/world.ts';
import { evaluate } from '../conformance/evaluate.ts';
import { ending, STEP_LIMIT, Telling, type Outcome } from './outcome.ts';

/** What the learner's `asyncio` is on this side; a test may put something wrong in its place. */
export type Asyncio = Readonly<Record<string, unknown>>;

/** Compiles and runs a program. */
export async function runHere(source: string, library: Asyncio = asyncio): Promise<Outcome> {
  const compiled = await compileInNode(source, 'program.ts');
  if (!compiled.ok) throw new Error(`the printed program does not compile: ${JSON.stringify(compiled.errors)}\n${source}`);
  const telling = new Telling();
  const tell = (text: string): void => {
    telling.tell(`${now()} #${iteration()} *${world.steps} ${currentTaskName() ?? '-'}`, text);
  };
  beginWorld({
    stepLimit: STEP_LIMIT,
    observer: {
      warning: (category, text) => {
        tell(`${category}: ${text}`);
      },
      log: (level, text) => {
        tell(`${level}: ${text.split('\n')[0] ?? ''}`);
      },
      exceptionHandler: ({ message, exception }) => {
        tell(`${message ?? ''} / ${exception === undefined ? '' : described(exception)}`);
      },
      deadlock: (tasks) => {
        tell(`deadlock: ${tasks.map((task) => task.getName()).join(', ')}`);
      },
    },
  });
  const modules = new Map<string, object>([
    ['asyncio', library],
    ['contextvars', { ContextVar }],
  ]);
  let end = 'ended';
  try {
    evaluate(compiled.program, modules, { log: tell });
  } catch (error) {
    end = error instanceof Error ? ending(errorName(error), errorMessage(error)) : String(error);
  }
  const totals = `${now()} s, ${iteration()} iterations, ${world.steps} steps, ${world.handleCount} handles`;
  endWorld();
  return telling.outcome(end, totals);
}

function described(error: unknown): string {
  return error instanceof Error ? `${errorName(error)}(${errorMessage(error)})` : String(error);
}
