/** Runs a program on the runtime without any sandbox, and gives what a recorder made of it. */
import { compileInNode } from '../../src/compiler/node.ts';
import { createRecorder, type Recorder, type RecorderLimits, type RunRecord } from '../../src/record/index.ts';
import { asyncio, beginWorld, endWorld, helpers } from '../../src/runtime/index.ts';

export const ROOMY: RecorderLimits = { outputLines: 1000, lineLength: 2000, events: 10_000, loopSteps: 100_000 };

type ProgramFunction = (require: (name: string) => object, exports: object, module: object, runtime: object) => void;

/** The record of `source`, whose `print(text)` prints. Errors of the program end it without a word. */
export async function recordOf(source: string, limits: RecorderLimits = ROOMY): Promise<RunRecord> {
  const compiled = await compileInNode(source, 'main.ts');
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.errors));
  const recorder = createRecorder(limits);
  // Indirect, so that the program sees no variable of this file.
  const program = (0, eval)(compiled.program.code) as ProgramFunction;
  beginWorld({ observer: recorder.observer, stepLimit: limits.loopSteps });
  let outcome: 'finished' | 'raised' = 'finished';
  try {
    program((name) => (name === 'asyncio' ? asyncio : printing(recorder)), {}, {}, helpers);
  } catch {
    outcome = 'raised';
  }
  endWorld();
  return recorder.finish({ outcome });
}

/** The module 'test' of these programs. */
function printing(recorder: Recorder): object {
  return { print: (text: string) => recorder.print(text) };
}
