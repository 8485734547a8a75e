/**
 * `await` and `yield`: an await becomes a `yield` that says where it stands; inside an async generator it also says that it is no value for whoever iterates.
 */
import type { VariableDeclarator } from 'acorn';
import type { RecursiveVisitors } from 'acorn-walk';
import type { Lowering } from './lowering.ts';
import { packPlace } from './positions.ts';
import type { Scope } from './scope.ts';

/**
 * `var _promise = __callDispose(…)` is what esbuild makes of the end of an `await using`; `await _promise` follows. What is called in its place (prelude.ts)
 * must know where it stands and in what kind of function.
 */
export function noteDisposal(
  { id, init }: VariableDeclarator,
  { edit, disposals, prelude, positions }: Lowering,
  scope: Scope,
): void {
  if (id.type !== 'Identifier' || init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return;
  if (init.callee.name !== '__callDispose' || !prelude.replaces('__callDispose')) return;
  disposals.set(id.name, scope.block);
  edit.appendLeft(init.end - 1, `, ${packPlace(positions.placeOfAwait(init.start))}, ${scope.body === 'asyncGenerator'}`);
}

export function awaitVisitors(lowering: Lowering): RecursiveVisitors<Scope> {
  const { edit, code, prelude, positions } = lowering;
  return {
    AwaitExpression(node, scope, next) {
      const { argument } = node;
      if (argument.type === 'Identifier' && lowering.disposals.get(argument.name) === scope.block) {
        edit.update(node.start, argument.start, '(yield* ');
        edit.appendLeft(node.end, ')');
        return;
      }
      const inGenerator = scope.body === 'asyncGenerator';
      edit.update(
        node.start,
        node.start + 'await'.length,
        `(yield ${inGenerator ? `new ${prelude.use('$await')}(` : ''}${prelude.use('$at')}(`,
      );
      next(argument, scope);
      edit.appendLeft(node.end, `, ${packPlace(positions.placeOfAwait(node.start))})${inGenerator ? ')' : ''})`);
    },
    YieldExpression(node, scope, next) {
      if (!node.argument) return;
      if (!node.delegate || scope.body !== 'asyncGenerator') {
        next(node.argument, scope);
        return;
      }
      edit.appendLeft(code.indexOf('*', node.start) + 1, ` ${prelude.use('$yieldStar')}(`);
      next(node.argument, scope);
      edit.appendLeft(node.end, ')');
    },
  };
}
