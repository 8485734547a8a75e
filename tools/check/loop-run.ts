/** What running the program of an exercise of the kind `loop` shows: whether its loop can be played. The build refuses the same, later and less clearly. */
import { compileInNode } from '../../src/compiler/node.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { loopGameOf, playbackOf, UnfitRun } from '../../src/playback/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import type { Complaint } from './complaint.ts';
import type { LoopExercise } from './loop-exercise.ts';

export async function checkLoopRun(
  { files }: LoopExercise,
  run: (program: CompiledProgram) => Promise<RunRecord>,
): Promise<Complaint[]> {
  const file = files['program.ts'];
  if (file === undefined) return [];
  const complain = (line: number, what: string, advice: string): Complaint => ({
    file: file.path,
    line,
    what,
    advice,
    stopsBuild: true,
  });
  const compiled = await compileInNode(file.text, 'main.ts');
  if (!compiled.ok)
    return compiled.errors.map(({ line, message, hint }) => complain(line, `does not compile: ${message}`, hint ?? 'repair it'));
  try {
    loopGameOf(playbackOf(await run(compiled.program)));
    return [];
  } catch (error) {
    if (error instanceof UnfitRun) return [complain(1, `its loop cannot be played: ${error.message}`, error.advice)];
    throw error;
  }
}
