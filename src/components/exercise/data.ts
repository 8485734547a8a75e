/** What the page fetches of an exercise when it comes into view: one small JSON file, made when the site is built. */
import type { CompiledProgram } from '../../compiler/index.ts';
import type { RunRecord } from '../../record/index.ts';

export interface ExerciseData {
  readonly starter: string;
  readonly solution: string;
  /** Least telling first. */
  readonly hints: readonly string[];
  /** The starter compiled ahead of time: the first Run of an untouched program waits for no compiler. */
  readonly starterProgram: CompiledProgram;
  readonly testsProgram: CompiledProgram;
  /** Path of the compiled solution, from the site's root: fetched when its run is looked at. */
  readonly reference: string;
}

/** What it fetches of an exercise of the kind `loop`. */
export interface LoopData {
  /** The run that is played. */
  readonly record: RunRecord;
  readonly hints: readonly string[];
}

/** Fetches the exercise. Rejects with what the reader can be told. */
export async function fetchExercise(url: string): Promise<ExerciseData> {
  return (await fetchOurs(url)) as ExerciseData;
}

/** Fetches an exercise of the kind `loop`. Rejects with what the reader can be told. */
export async function fetchLoop(url: string): Promise<LoopData> {
  return (await fetchOurs(url)) as LoopData;
}

/** Fetches its compiled solution. Rejects with what the reader can be told. */
export async function fetchReference(url: string): Promise<CompiledProgram> {
  return (await fetchOurs(url)) as CompiledProgram;
}

/** What this very site was built with, from checked files; it was parsed there, and is not here. */
async function fetchOurs(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${String(response.status)} for ${url}`);
  return response.json();
}
