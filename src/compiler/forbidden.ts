/** What is TypeScript but cannot be in a program: told before it runs, at its place, with what to write instead. */
import type { AnyNode, Program } from 'acorn';
import { ancestor } from 'acorn-walk';
import type { Positions } from './positions.ts';
import type { CompileError } from './program.ts';

/** Every such thing in the program. */
export function forbidden(program: Program, positions: Positions): CompileError[] {
  const errors: CompileError[] = [];
  const declared = new Set<string>();
  const calls: { readonly name: string; readonly start: number }[] = [];

  function add(start: number, length: number, message: string, hint: string): void {
    const { line, column } = positions.placeOf(start) ?? { line: 1, column: 0 };
    errors.push({ message, line, column: column + 1, length, hint });
  }

  ancestor(program, {
    ImportExpression({ start }) {
      add(start, 'import'.length, 'a program cannot import while it runs', "Write `import { … } from 'asyncio'` at its start.");
    },
    MetaProperty({ start, meta }) {
      if (meta.name === 'import')
        add(start, 'import.meta'.length, '`import.meta` is not here', 'A program has no address of its own.');
    },
    CallExpression({ start, callee }, _, ancestors) {
      if (callee.type === 'Identifier' && (callee.name === 'eval' || callee.name === 'require'))
        calls.push({ name: callee.name, start });
      if (callee.type === 'Super' && isInAsyncArrow(ancestors)) {
        add(start, 'super'.length, '`super()` cannot be called in an async function', 'Call it in the constructor itself.');
      }
    },
    VariablePattern({ name }: { readonly name: string }) {
      declared.add(name);
    },
  } as Parameters<typeof ancestor>[1]);

  for (const { name, start } of calls) {
    if (name === 'eval') add(start, name.length, 'there is no `eval` here', 'Write the code itself.');
    else if (!declared.has(name)) add(start, name.length, 'there is no `require` here', "Write `import { … } from 'asyncio'`.");
  }
  return errors;
}

/** Whether the innermost function around that has a `this` of its own is left by way of an async arrow. */
function isInAsyncArrow(ancestors: readonly AnyNode[]): boolean {
  for (const node of ancestors.toReversed()) {
    if (node.type === 'ArrowFunctionExpression' && node.async) return true;
    if (node.type === 'FunctionExpression' || node.type === 'FunctionDeclaration' || node.type === 'StaticBlock') return false;
  }
  return false;
}
