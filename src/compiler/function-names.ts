/** The names that JavaScript gives to functions from where they stand: `const f = async () => {}`, `{ f: async () => {} }`, `f = async () => {}`. */
import type { AnyNode, Expression, PrivateIdentifier } from 'acorn';
import { base, type RecursiveVisitors } from 'acorn-walk';
import { noteDisposal } from './awaits.ts';
import type { Lowering } from './lowering.ts';
import type { Scope } from './scope.ts';

const isFunction = (node: AnyNode | null | undefined): node is AnyNode =>
  node !== undefined &&
  node !== null &&
  (node.type === 'ArrowFunctionExpression' || node.type === 'FunctionExpression') &&
  node.async;

/** The name that a method or property of this key has. */
export function keyName(key: Expression | PrivateIdentifier, computed: boolean, code: string): string {
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal') return String(key.value);
  if (!computed && key.type === 'Identifier') return key.name;
  return `[${code.slice(key.start, key.end)}]`;
}

export function nameVisitors(lowering: Lowering): RecursiveVisitors<Scope> {
  const { functionNames, positions } = lowering;

  /** `target = value`: the function takes the variable's name, as it was in the source. */
  function named(target: AnyNode, value: AnyNode | null | undefined): void {
    if (target.type !== 'Identifier' || !isFunction(value) || functionNames.has(value)) return;
    functionNames.set(value, positions.originalName(target.start) ?? target.name);
  }

  return {
    VariableDeclarator(node, scope, next) {
      named(node.id, node.init);
      noteDisposal(node, lowering, scope);
      base.VariableDeclarator?.(node, scope, next);
    },
    AssignmentExpression(node, scope, next) {
      if (/^(?:|&&|\|\||\?\?)=$/.test(node.operator)) named(node.left, node.right);
      base.AssignmentExpression?.(node, scope, next);
    },
    AssignmentPattern(node, scope, next) {
      named(node.left, node.right);
      base.AssignmentPattern?.(node, scope, next);
    },
  };
}
