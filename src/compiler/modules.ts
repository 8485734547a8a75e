/**
 * Imports and exports: a program is one module, and its code becomes the body of a function. What it imports are constants at its start, what it exports
 * are getters, so that whoever looks sees the present value.
 *
 * Keeps true: a name that the program never uses, and that its module does not have, is taken for a type and left out (esbuild cannot tell them apart).
 */
import type { AnyNode, ImportDeclaration, Program } from 'acorn';
import { full } from 'acorn-walk';
import type MagicString from 'magic-string';
import { importErrors, type Modules, type NamedImport } from './import-errors.ts';
import type { Positions } from './positions.ts';
import type { Prelude } from './prelude.ts';
import type { CompileError, ProgramImport } from './program.ts';

export interface ModuleParts {
  readonly imports: readonly ProgramImport[];
  /** Exported names, each with the expression that gives its value. */
  readonly exports: ReadonlyMap<string, string>;
  /** Declarations of what is imported, to stand at the program's start. */
  readonly declarations: string;
  readonly errors: readonly CompileError[];
}

const nameOf = (node: { type: 'Identifier'; name: string } | { type: 'Literal'; value?: unknown } | AnyNode): string =>
  node.type === 'Identifier' ? (node as { name: string }).name : String((node as { value?: unknown }).value);

/** Every identifier that stands for a variable (or is written like one) outside of the imports themselves. */
function usedNames(program: Program): Set<string> {
  const used = new Set<string>();
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration') continue;
    if (statement.type === 'ExportNamedDeclaration') for (const { local } of statement.specifiers) used.add(nameOf(local));
    full(statement, (node) => {
      if (node.type === 'Identifier') used.add(node.name);
    });
  }
  return used;
}

/** The names one import declaration takes, `'*'` and `'default'` as such. */
function specifiersOf(node: ImportDeclaration): { readonly name: string; readonly local: string; readonly start: number }[] {
  return node.specifiers.map((each) => ({
    name: each.type === 'ImportSpecifier' ? nameOf(each.imported) : each.type === 'ImportDefaultSpecifier' ? 'default' : '*',
    local: each.local.name,
    start: each.start,
  }));
}

/** Takes imports and exports out of the program. `modules` are those that exist, with the names each exports; undefined: not known, nothing is checked. */
export function takeModuleParts(
  program: Program,
  edit: MagicString,
  positions: Positions,
  prelude: Prelude,
  modules: Modules | undefined,
): ModuleParts {
  const imports: ProgramImport[] = [];
  const exports = new Map<string, string>();
  const declarations: string[] = [];
  const errors: CompileError[] = [];
  let used: Set<string> | undefined;

  function take(node: AnyNode & { readonly start: number }, module: string, wanted: readonly NamedImport[]): void {
    const { line, column } = positions.placeOf(node.start) ?? { line: 1, column: 0 };
    imports.push({ module, names: wanted.map(({ name }) => name), line, column: column + 1 });
    if (modules !== undefined) errors.push(...importErrors(module, { line, column }, wanted, modules, positions.source));
  }

  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      used ??= usedNames(program);
      const module = String(node.source.value);
      const known = modules !== undefined && Object.hasOwn(modules, module) ? modules[module] : [];
      const wanted = specifiersOf(node).filter(
        ({ name, local }) => used?.has(local) === true || name === '*' || known?.includes(name) === true,
      );
      take(
        node,
        module,
        wanted.map(({ name, local, start }) => ({
          name,
          written: name === 'default' ? local : name,
          place: positions.placeOf(start),
        })),
      );
      declarations.push(declarationOf(prelude, module, wanted));
      edit.remove(node.start, node.end);
    } else if (node.type === 'ExportNamedDeclaration') {
      const module = node.source === null || node.source === undefined ? undefined : String(node.source.value);
      for (const { local, exported } of node.specifiers) {
        exports.set(
          nameOf(exported),
          module === undefined
            ? nameOf(local)
            : `${prelude.use('$import')}(${JSON.stringify(module)})[${JSON.stringify(nameOf(local))}]`,
        );
      }
      if (module !== undefined) {
        take(
          node,
          module,
          node.specifiers.map(({ local, start }) => ({
            name: nameOf(local),
            written: nameOf(local),
            place: positions.placeOf(start),
          })),
        );
      }
      edit.remove(node.start, node.end);
    } else if (node.type === 'ExportAllDeclaration') {
      const { line, column } = positions.placeOf(node.start) ?? { line: 1, column: 0 };
      errors.push({
        message: 'a program cannot export all of another module',
        line,
        column: column + 1,
        length: 'export'.length,
        hint: 'Name what it exports: `export { … }`.',
      });
    }
  }
  return { imports, exports, declarations: declarations.filter((each) => each !== '').join(' '), errors };
}

/** `import { sleep as nap } from 'asyncio'` as constants. */
function declarationOf(
  prelude: Prelude,
  module: string,
  wanted: readonly { readonly name: string; readonly local: string }[],
): string {
  const source = `${prelude.use('$import')}(${JSON.stringify(module)})`;
  const properties = wanted
    .filter(({ name }) => name !== '*')
    .map(({ name, local }) => (name === local ? name : `${JSON.stringify(name)}: ${local}`));
  const whole = wanted.filter(({ name }) => name === '*').map(({ local }) => `${local} = ${source}`);
  const parts = [...(properties.length > 0 ? [`{ ${properties.join(', ')} } = ${source}`] : []), ...whole];
  return parts.length > 0 ? `const ${parts.join(', ')};` : `${source};`;
}
