/**
 * What would stop the build of the site, found before it: the build itself would say it less clearly, below a stack trace. Only what the build runs too is run
 * (predictions, and the loops that readers play), so that it costs little.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { CompiledProgram } from '../../src/compiler/index.ts';
import { compileInNode } from '../../src/compiler/node.ts';
import type { RunRecord } from '../../src/record/index.ts';
import { inOrder, type Complaint } from './complaint.ts';
import { readCourse } from './course.ts';
import type { SourceFile } from './exercise.ts';
import type { Lesson } from './lesson.ts';
import { checkLoopRun } from './loop-run.ts';
import { checkPredicted } from './predictions.ts';
import { Threads } from './threads.ts';

/** The complaints about the course at `root` that no site can be built with. */
export async function beforeBuild(root: string): Promise<Complaint[]> {
  const { exercises, loops, lessons, complaints } = readCourse(root);
  const programs = exercises.flatMap(({ files }) =>
    [files['starter.ts'], files['tests.ts']].filter((file) => file !== undefined),
  );
  const threads = new Threads(1);
  const run = (program: CompiledProgram): Promise<RunRecord> => threads.run(program);
  const found = await Promise.all([
    ...[...programs, ...lessons.flatMap(twins)].map(compileErrors),
    ...lessons.map((lesson) => checkPredicted(lesson, run)),
    ...loops.map((loop) => checkLoopRun(loop, run)),
  ]).finally(() => threads.end());
  return inOrder([...complaints.filter(({ stopsBuild }) => stopsBuild === true), ...found.flat()]);
}

/** The programs that a lesson shows. */
function twins({ file, imports }: Lesson): SourceFile[] {
  return imports
    .filter(({ id }) => /^\..*\.ts\?raw$/.test(id))
    .map(({ id }) => resolve(dirname(file.path), id.replace(/\?raw$/, '')))
    .filter((path) => existsSync(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

async function compileErrors(file: SourceFile): Promise<Complaint[]> {
  const result = await compileInNode(file.text, basename(file.path));
  if (result.ok) return [];
  return result.errors.map(({ message, line, hint }) => ({
    file: file.path,
    line,
    what: `does not compile: ${message}`,
    advice: hint ?? 'repair it',
    stopsBuild: true,
  }));
}
