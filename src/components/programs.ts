/**
 * Compiles what the site ships (starters, hidden tests, listings' twins) while it is built. For the build only; each source is compiled once.
 *
 * Keeps true: a program of ours that does not compile stops the build, with its file and line.
 */
import type { CompiledProgram } from '../compiler/index.ts';
import { compileInNode } from '../compiler/node.ts';

const compiled = new Map<string, Promise<CompiledProgram>>();

async function compileOrThrow(source: string, file: string, path: string): Promise<CompiledProgram> {
  const result = await compileInNode(source, file);
  if (result.ok) return result.program;
  const problems = result.errors.map(({ line, column, message }) => `${path}:${String(line)}:${String(column)}: ${message}`);
  throw new Error(`a program of the course does not compile:\n${problems.join('\n')}`);
}

/** Compiles `source`. `file` is its name in the errors a reader sees; `path` is where an author finds it. */
export function programOf(source: string, file: string, path: string): Promise<CompiledProgram> {
  const key = `${file}\0${source}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const program = compileOrThrow(source, file, path);
  compiled.set(key, program);
  return program;
}
