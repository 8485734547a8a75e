/** What the page fetches of an exercise when it comes into view: one small JSON file, made when the site is built. */
import type { CompiledProgram } from '../../compiler/index.ts';

export interface ExerciseData {
  readonly starter: string;
  readonly solution: string;
  /** Least telling first. */
  readonly hints: readonly string[];
  /** The starter compiled ahead of time: the first Run of an untouched program waits for no compiler. */
  readonly starterProgram: CompiledProgram;
  readonly testsProgram: CompiledProgram;
}

/** Fetches it. Rejects with what the reader can be told. */
export async function fetchExercise(url: string): Promise<ExerciseData> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${String(response.status)} for ${url}`);
  // Built by this very site from checked files; it is parsed there, not here.
  return (await response.json()) as ExerciseData;
}
