/**
 * What would stop the build of the site, found before it: the build itself would say it less clearly, below a stack trace. Nothing is run, so that it costs less
 * than a second.
 */
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { compileInNode } from '../../src/compiler/node.ts';
import { inOrder, type Complaint } from './complaint.ts';
import { readCourse } from './course.ts';
import type { SourceFile } from './exercise.ts';
import type { Lesson } from './lesson.ts';

/** The complaints about the course at `root` that no site can be built with. */
export async function beforeBuild(root: string): Promise<Complaint[]> {
  const { exercises, lessons, complaints } = readCourse(root);
  const programs = exercises.flatMap(({ files }) =>
    [files['starter.ts'], files['tests.ts']].filter((file) => file !== undefined),
  );
  const compiled = await Promise.all([...programs, ...lessons.flatMap(twins)].map(compileErrors));
  return inOrder([...complaints.filter(({ stopsBuild }) => stopsBuild === true), ...compiled.flat()]);
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
