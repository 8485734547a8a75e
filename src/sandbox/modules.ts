/**
 * What a program may import, and what it is told when it imports something else: Python's own words, at the import's line, before anything runs.
 */
import type { CompiledProgram, ProgramImport } from '../compiler/index.ts';
import { nearest } from '../grader/index.ts';
import type { ErrorInfo } from '../record/index.ts';

/** Modules by name; each is an object of what it exports. */
export type Modules = Readonly<Record<string, object>>;

/** The first import that cannot be, as the error that Python would raise; undefined when all can. */
export function wrongImport(program: CompiledProgram, modules: Modules): ErrorInfo | undefined {
  for (const each of program.imports) {
    const error = problemWith(each, modules);
    if (error === undefined) continue;
    return { ...error, frames: [{ file: program.file, line: each.line, column: each.column, function: '<module>' }] };
  }
  return undefined;
}

function problemWith({ module, names }: ProgramImport, modules: Modules): Omit<ErrorInfo, 'frames'> | undefined {
  const found = Object.hasOwn(modules, module) ? modules[module] : undefined;
  if (found === undefined) {
    const known = Object.keys(modules);
    const meant = similar(module, known);
    const hint =
      meant === undefined ? `A program may import ${known.map((name) => `'${name}'`).join(', ')}.` : `Did you mean '${meant}'?`;
    return { type: 'ModuleNotFoundError', message: `No module named '${module}'`, hint };
  }
  const missing = names.find((name) => name !== '*' && !Object.hasOwn(found, name));
  if (missing === undefined) return undefined;
  const message = `cannot import name '${missing}' from '${module}'`;
  if (missing === 'default')
    return {
      type: 'ImportError',
      message,
      hint: `Write \`import * as ${module} from '${module}'\`, or name what you need in braces.`,
    };
  const meant = similar(missing, Object.keys(found));
  return { type: 'ImportError', message, ...(meant === undefined ? {} : { hint: `Did you mean \`${meant}\`?` }) };
}

/** The name that was probably meant: the same but for case and underscores (`create_task`), or nearly the same. */
function similar(name: string, known: readonly string[]): string | undefined {
  const plain = name.replaceAll('_', '');
  return nearest(plain, known, 3).find((each) => Math.abs(each.length - plain.length) <= 2);
}
