/**
 * What code takes from around it: `this`, `arguments`, `new.target` and `super`. In an async arrow these are handed in (scope.ts); everywhere else they
 * stay as they are.
 */
import { base, type RecursiveVisitors } from 'acorn-walk';
import type { Lowering } from './lowering.ts';
import type { Scope } from './scope.ts';

export function surroundingVisitors({ edit, code, names }: Lowering): RecursiveVisitors<Scope> {
  function thisText(scope: Scope): string {
    if (scope.capture === undefined) return 'this';
    scope.capture.usesThis = true;
    if (scope.capture.lateThis) return `${names.unused('$this')}()`;
    if (scope.arrow) scope.arrow.usesThis = true;
    return 'this';
  }

  return {
    ThisExpression(node, scope) {
      const text = thisText(scope);
      if (text !== 'this') edit.update(node.start, node.end, text);
    },
    Identifier(node, scope) {
      if (node.name !== 'arguments' || scope.capture === undefined) return;
      scope.capture.usesArguments = true;
      edit.update(node.start, node.end, names.unused('$arguments'));
    },
    MetaProperty(node, scope) {
      if (node.meta.name !== 'new' || scope.capture === undefined) return;
      scope.capture.usesNewTarget = true;
      edit.update(node.start, node.end, names.unused('$newTarget'));
    },
    Super(node, scope) {
      if (scope.superCapture === undefined) return;
      scope.superCapture.usesSuper = true;
      edit.update(node.start, node.end, names.unused('$super'));
    },
    CallExpression(node, scope, next) {
      base.CallExpression?.(node, scope, next);
      const { callee } = node;
      if (callee.type !== 'MemberExpression' || callee.object.type !== 'Super' || scope.superCapture === undefined) return;
      // A method of `super` is called with this very `this`.
      const opening = code.indexOf('(', callee.end);
      edit.appendLeft(node.optional ? opening : callee.end, node.optional ? 'call' : '.call');
      edit.appendLeft(opening + 1, thisText(scope) + (node.arguments.length > 0 ? ', ' : ''));
    },
    TaggedTemplateExpression(node, scope, next) {
      base.TaggedTemplateExpression?.(node, scope, next);
      const { tag } = node;
      if (tag.type === 'MemberExpression' && tag.object.type === 'Super' && scope.superCapture !== undefined)
        edit.appendLeft(tag.end, `.bind(${thisText(scope)})`);
    },
  };
}
