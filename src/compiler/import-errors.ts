/** What is said of an import that cannot be: which module or name there is not, and which was probably meant. Looked at before anything runs. */
import type { Place } from './positions.ts';
import type { CompileError } from './program.ts';
import type { SourceText } from './source-text.ts';

/** Modules by name, each with the names that it exports. */
export type Modules = Readonly<Record<string, readonly string[]>>;

export interface NamedImport {
  /** `'*'` for the whole module, `'default'` for its default export. */
  readonly name: string;
  /** The name as it stands at `place`: a default import has one of its own. */
  readonly written: string;
  readonly place: Place | undefined;
}

/** What people write who come from JavaScript, and what the same is called here. */
const HABITS: Readonly<Record<string, string>> = {
  delay: 'sleep',
  setTimeout: 'sleep',
  wait_for: 'waitFor',
  all: 'gather',
  allSettled: 'gather',
  race: 'wait',
  any: 'wait',
  spawn: 'createTask',
  Promise: 'Future',
};

/** Modules of Node's and of Python's that people look for, and the name that they probably want. */
const MODULE_HABITS: Readonly<Record<string, string>> = {
  'timers/promises': "`import { sleep } from 'asyncio'`",
  'node:timers/promises': "`import { sleep } from 'asyncio'`",
  timers: "`import { sleep } from 'asyncio'`",
  perf_hooks: "`import { perfCounter } from 'time'`",
  'node:perf_hooks': "`import { perfCounter } from 'time'`",
};

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The export that was probably meant by `name`: the same but for underscores and capitals, or what a habit points to. */
function meantBy(name: string, exported: readonly string[]): string | undefined {
  const habit = Object.hasOwn(HABITS, name) ? HABITS[name] : undefined;
  return (
    exported.find((each) => plain(each) === plain(name)) ?? (habit !== undefined && exported.includes(habit) ? habit : undefined)
  );
}

/** Everything that is wrong with importing `wanted` from `module`; `place` is the import's. */
export function importErrors(
  module: string,
  place: Place,
  wanted: readonly NamedImport[],
  modules: Modules,
  source: SourceText,
): CompileError[] {
  const exported = Object.hasOwn(modules, module) ? modules[module] : undefined;
  if (exported === undefined) return [noSuchModule(module, place, Object.keys(modules), source)];
  const errors: CompileError[] = [];
  for (const { name, written, place: own } of wanted) {
    if (name === '*' || exported.includes(name)) continue;
    const { line, column } = own ?? place;
    if (name === 'default') {
      const hint = `Write \`import { … } from '${module}'\`, or \`import * as ${module} from '${module}'\`.`;
      errors.push({ message: `'${module}' has no default export`, line, column: column + 1, length: written.length, hint });
      continue;
    }
    const meant = meantBy(name, exported);
    const elsewhere = Object.keys(modules).find((each) => modules[each]?.includes(name) === true);
    const hint =
      meant !== undefined ? `Did you mean '${meant}'?` : elsewhere !== undefined ? `It is in '${elsewhere}'.` : undefined;
    errors.push({
      message: `cannot import name '${name}' from '${module}'`,
      line,
      column: column + 1,
      length: written.length,
      ...(hint === undefined ? {} : { hint }),
    });
  }
  return errors;
}

function noSuchModule(module: string, place: Place, known: readonly string[], source: SourceText): CompileError {
  const found = findQuoted(module, place, source);
  if (/^[./]/.test(module)) {
    return {
      ...found,
      message: `'${module}' cannot be imported: a program is one file`,
      hint: 'Write everything into this file.',
    };
  }
  const near = known.find((each) => plain(each) === plain(module)) ?? known.find((each) => each === module.replace(/^node:/, ''));
  const hint =
    near !== undefined
      ? `Did you mean '${near}'?`
      : Object.hasOwn(MODULE_HABITS, module)
        ? `Write ${MODULE_HABITS[module] ?? ''}.`
        : undefined;
  return {
    ...found,
    message: `there is no module '${module}'; there are: ${[...known].sort().join(', ')}`,
    ...(hint === undefined ? {} : { hint }),
  };
}

/** Where the module's name stands, quotes included, in the import that begins at `place`. */
function findQuoted(
  module: string,
  place: Place,
  source: SourceText,
): { readonly line: number; readonly column: number; readonly length: number } {
  const from = source.startOf(place.line - 1) + place.column;
  const at = [`'${module}'`, `"${module}"`].map((quoted) => source.text.indexOf(quoted, from)).filter((index) => index !== -1);
  if (at.length === 0) return { line: place.line, column: place.column + 1, length: 'import'.length };
  const start = Math.min(...at);
  const line = source.lineAt(start);
  return { line: line + 1, column: start - source.startOf(line) + 1, length: module.length + 2 };
}
