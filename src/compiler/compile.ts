/**
 * TypeScript source → program. The same code runs with native esbuild in Node (node.ts) and with its WebAssembly in the page's worker (worker.ts).
 *
 * Keeps true: the same source and file name give the same program, byte for byte; whatever is wrong with the source is an answer, never an exception.
 */
import { parse, type Program } from 'acorn';
import MagicString from 'magic-string';
import { lowerAsync } from './coroutines.ts';
import { forbidden } from './forbidden.ts';
import type { Modules } from './import-errors.ts';
import { Lowering } from './lowering.ts';
import { takeModuleParts } from './modules.ts';
import { Names } from './names.ts';
import { Positions } from './positions.ts';
import { isReplacedHelper, Prelude } from './prelude.ts';
import type { CompileError, CompileResult } from './program.ts';
import { stripTypes, type Transform } from './typescript.ts';

export interface CompileOptions {
  /** The file's name as positions show it, such as `main.ts`. */
  readonly file: string;
  readonly transform: Transform;
  /** The modules that exist, with what each exports: imports are checked against them. Left out: imports are not checked. */
  readonly modules?: Modules | undefined;
}

/** Compiles one program. Rejects only when esbuild itself fails (its process or worker died). */
export async function compile(source: string, { file, transform, modules }: CompileOptions): Promise<CompileResult> {
  const stripped = await stripTypes(source, file, transform);
  if (!stripped.ok) return stripped;
  const { code } = stripped;
  const positions = new Positions(source, code, stripped.map);

  const program = parsed(code, positions);
  if ('errors' in program) return { ok: false, errors: program.errors };

  const edit = new MagicString(code);
  const names = new Names(code);
  const prelude = new Prelude(names, file);
  const lowering = new Lowering(code, edit, names, prelude, positions);

  const parts = takeModuleParts(program, edit, positions, prelude, modules);
  const errors = [...parts.errors, ...forbidden(program, positions)].sort((a, b) => a.line - b.line || a.column - b.column);
  if (errors.length > 0) return { ok: false, errors };

  const hashbang = /^#!.*/.exec(code)?.[0];
  if (hashbang !== undefined) edit.remove(0, hashbang.length);
  replaceHelpers(program, edit, prelude, positions);
  const defaultExport = parts.exports.get('default');
  if (defaultExport !== undefined && !source.includes(defaultExport)) nameDefault(program, defaultExport, lowering);
  const marks = lowerAsync(program, lowering);
  const getters = Array.from(parts.exports, ([name, value]) => `${JSON.stringify(name)}: () => ${value}`);
  const exported = getters.length > 0 ? `${prelude.use('$exportAll')}({ ${getters.join(', ')} });` : '';

  // The first line holds all that is ours, the last ones what closes it; between them each line is the learner's. The parameters in the middle hide those
  // outside, so that a program can name nothing of ours.
  const start = `(function ($require, $exports, $module, $runtime) { 'use strict'; ${prelude.toString()} (($require, $exports, $module, $runtime) => (function () { ${exported} ${parts.declarations} ${marks}\n`;
  const end = `\n})())();\n})\n//# sourceURL=${file}`;
  const table = positions.table(edit.generateDecodedMap({ hires: false }), 1);
  const whole = start + edit.toString() + end;
  while (table.length < whole.split('\n').length) table.push([]);
  return {
    ok: true,
    program: { version: 1, file, code: whole, imports: parts.imports, exports: [...parts.exports.keys()], positions: table },
  };
}

/** The syntax tree of esbuild's output. What esbuild lets pass and the parser does not is an error in the source. */
function parsed(code: string, positions: Positions): Program | { readonly errors: readonly CompileError[] } {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch (error) {
    if (!(error instanceof SyntaxError) || !('pos' in error)) throw error;
    const { line, column } = positions.placeOf(Number(error.pos)) ?? { line: 1, column: 0 };
    return { errors: [{ message: error.message.replace(/ \(\d+:\d+\)$/, ''), line, column: column + 1, length: 1 }] };
  }
}

/** Takes out those of esbuild's own helpers that wait for native promises; the prelude has others for them. */
function replaceHelpers(program: Program, edit: MagicString, prelude: Prelude, positions: Positions): void {
  for (const statement of program.body) {
    if (statement.type !== 'VariableDeclaration') continue;
    const { id } = statement.declarations[0] ?? {};
    // A helper stands on lines of its own that come from nowhere in the source.
    if (id?.type !== 'Identifier' || !isReplacedHelper(id.name) || positions.placeOf(statement.start) !== undefined) continue;
    prelude.replace(id.name);
    edit.remove(statement.start, statement.end);
  }
}

/** A function exported as default without a name is called 'default', as in every JavaScript. */
function nameDefault(program: Program, local: string, { functionNames }: Lowering): void {
  for (const statement of program.body) {
    if (statement.type === 'FunctionDeclaration' && statement.id.name === local) functionNames.set(statement, 'default');
    if (statement.type !== 'VariableDeclaration') continue;
    const declared = statement.declarations.find(({ id }) => id.type === 'Identifier' && id.name === local);
    if (declared?.init?.type === 'ArrowFunctionExpression' || declared?.init?.type === 'FunctionExpression')
      functionNames.set(declared.init, 'default');
  }
}
