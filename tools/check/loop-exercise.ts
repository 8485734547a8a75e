/** An exercise of the kind `loop` on disk: a task, and the program whose loop the reader plays. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exerciseSchema } from '../../src/course/schemas.ts';
import type { Complaint } from './complaint.ts';
import type { SourceFile } from './exercise.ts';
import { readFrontMatter } from './front-matter.ts';

const FILES = ['exercise.md', 'program.ts'] as const;

export interface LoopExercise {
  readonly id: string;
  /** Absolute path of its folder. */
  readonly folder: string;
  readonly files: Partial<Readonly<Record<(typeof FILES)[number], SourceFile>>>;
  /** What is wrong with the folder itself. */
  readonly complaints: readonly Complaint[];
}

/** True for an exercise.md that says it is of the kind `loop`. */
export function isLoop(file: SourceFile): boolean {
  const { raw } = readFrontMatter(file, exerciseSchema);
  return typeof raw === 'object' && raw !== null && 'kind' in raw && raw.kind === 'loop';
}

export function readLoopExercise(id: string, folder: string): LoopExercise {
  const complaints: Complaint[] = [];
  const files: Partial<Record<(typeof FILES)[number], SourceFile>> = {};
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    const name = FILES.find((each) => each === entry.name);
    if (name !== undefined && entry.isFile()) files[name] = { path, text: readFileSync(path, 'utf8') };
    else {
      const what = `a stray file: an exercise of the kind loop has ${FILES.join(' and ')}, no more`;
      complaints.push({ file: path, line: 1, what, advice: 'remove it, or take kind: loop away' });
    }
  }
  if (files['program.ts'] === undefined) {
    const advice = 'write it: the program whose loop the reader plays';
    complaints.push({ file: join(folder, 'program.ts'), line: 1, what: 'is missing', advice, stopsBuild: true });
  }
  return { id, folder, files, complaints };
}
