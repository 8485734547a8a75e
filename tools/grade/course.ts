/** What grading needs of the course: the exercises in their order, their former ids, their hidden tests compiled, and a fingerprint of all that decides a verdict. */
import { createHash } from 'node:crypto';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { compileInNode } from '../../src/compiler/node.ts';
import { exerciseSchema } from '../../src/course/schemas.ts';
import { nearest } from '../../src/grader/index.ts';
import { bundle } from '../../src/sandbox/bundle.ts';
import { DEFAULT_LIMITS } from '../../src/sandbox/protocol.ts';
import { readFrontMatter } from '../check/front-matter.ts';
import { isWhole, readExercises } from '../check/exercise.ts';

export interface GradedCourse {
  /** Every exercise's id, in the order of the course. */
  readonly ids: readonly string[];
  /** The present id of one that was given: itself, one it had formerly, or one with the numbers of its folders. */
  readonly idOf: (given: string) => string | undefined;
  readonly tests: ReadonlyMap<string, CompiledProgram>;
  /** Changes with the hidden tests, the limits, the grader and everything else inside the sandbox. */
  readonly fingerprint: string;
}

/** Reads the course at `root`. Throws when an exercise is not whole: `npm run check` says more. */
export async function readCourse(root: string): Promise<GradedCourse> {
  const present = new Map<string, string>();
  const tests = new Map<string, CompiledProgram>();
  for (const exercise of readExercises(root).exercises) {
    const { id } = exercise;
    if (!isWhole(exercise)) throw new Error(`the exercise ${id} lacks a file; npm run check -- ${id} says which`);
    const compiled = await compileInNode(exercise.files['tests.ts'].text, 'tests.ts');
    if (!compiled.ok) throw new Error(`the hidden tests of ${id} do not compile; npm run check -- ${id} says why`);
    tests.set(id, compiled.program);
    const { data } = readFrontMatter(exercise.files['exercise.md'], exerciseSchema); // npm run check tells what is wrong with it
    for (const former of data?.formerly ?? []) present.set(former, id);
  }
  const hash = createHash('sha256').update(await bundle('worker-main.ts'));
  hash.update(JSON.stringify([DEFAULT_LIMITS, [...tests]]));
  return {
    ids: [...tests.keys()],
    tests,
    fingerprint: hash.digest('hex'),
    idOf: (given) =>
      [given, given.replaceAll(/(^|\/)\d+-/g, '$1')]
        .map((id) => (tests.has(id) ? id : present.get(id)))
        .find((id) => id !== undefined),
  };
}

/** What to say of an id that the course does not have. */
export function unknownId({ ids }: GradedCourse, given: string): string {
  const [near] = nearest(given, ids);
  return `the course has no exercise '${given}'; ${near === undefined ? `it has: ${ids.join(', ')}` : `did you mean '${near}'?`}`;
}
