/**
 * What `check` says about the predictions of lessons: each names a program and a question, and the run of the program can be asked it. The build refuses the
 * same, later and less clearly.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { compileInNode } from '../../src/compiler/node.ts';
import { ASKS, playbackOf, predictionOf, UnfitRun, type Asks } from '../../src/playback/index.ts';
import type { RunRecord } from '../../src/record/index.ts';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import type { Complaint } from './complaint.ts';
import type { Lesson, UsedPrediction } from './lesson.ts';
import { didYouMean } from './nearest-known.ts';

const isAsks = (asks: string | undefined): asks is Asks => ASKS.some((each) => each === asks);

/** Complaints that need no run. */
export function checkPredictions({ file, predictions }: Lesson): Complaint[] {
  return predictions.flatMap(({ line, program, file: name, asks }) => {
    const complain = (what: string, advice: string): Complaint => ({ file: file.path, line, what, advice, stopsBuild: true });
    return [
      ...(program === undefined ? [complain('<Predict> has no program', 'write program={text}, imported with ?raw')] : []),
      ...(name === undefined
        ? [complain('<Predict> does not name its file', 'write file="name.ts", the name of its program')]
        : []),
      ...(program !== undefined && name !== undefined && basename(program) !== name
        ? [complain(`<Predict> calls its program '${name}', and shows '${basename(program)}'`, 'give both the same name')]
        : []),
      ...(isAsks(asks)
        ? []
        : [complain(`<Predict> does not ask for ${ASKS.join(', ')}: asks is '${asks ?? ''}'`, didYouMean(asks ?? '', ASKS))]),
    ];
  });
}

/** Runs each program and asks its question. What does not compile is told elsewhere. */
export async function checkPredicted(
  { file, predictions }: Lesson,
  run: (program: CompiledProgram) => Promise<RunRecord>,
): Promise<Complaint[]> {
  const found = await Promise.all(
    predictions.map(async (prediction) => {
      const why = await refusal(prediction, run);
      if (why === undefined) return [];
      const what = `the run of '${prediction.file ?? ''}' cannot be predicted: ${why.message}`;
      return [{ file: file.path, line: prediction.line, what, advice: why.advice, stopsBuild: true }];
    }),
  );
  return found.flat();
}

async function refusal(
  { program, asks, each, at }: UsedPrediction,
  run: (program: CompiledProgram) => Promise<RunRecord>,
): Promise<UnfitRun | undefined> {
  if (program === undefined || !existsSync(program) || !isAsks(asks)) return undefined;
  const compiled = await compileInNode(readFileSync(program, 'utf8'), basename(program));
  if (!compiled.ok) return undefined;
  try {
    predictionOf(playbackOf(await run(compiled.program)), { asks, each, at });
    return undefined;
  } catch (error) {
    if (error instanceof UnfitRun) return error;
    throw error;
  }
}
