/**
 * Async methods. A class's method becomes a generator method, so that `super` and private names mean what they meant, and a static block at the start of
 * the class puts the async function in its place. A private method cannot be replaced, so it calls a private generator method beside it.
 */
import type { ClassBody, Expression, MethodDefinition, Property } from 'acorn';
import type { RecursiveVisitors } from 'acorn-walk';
import { bodyOf, lengthOf, placeholders, type Continue, type Lowering } from './lowering.ts';
import { keyName } from './function-names.ts';
import { ownScope, type Scope } from './scope.ts';

/** A key that may be written down twice: it gives the same value both times, and does nothing else. */
function isSimple(key: Expression): boolean {
  if (key.type === 'MemberExpression') return key.object.type !== 'Super' && isSimple(key.object) && !key.computed;
  if (key.type === 'Identifier') return key.name !== 'arguments'; // which a static block may not name
  return key.type === 'Literal' || (key.type === 'TemplateLiteral' && key.expressions.length === 0);
}

export function classVisitors(lowering: Lowering): RecursiveVisitors<Scope> {
  const { edit, code, names, prelude } = lowering;

  /** Where the key of a method begins, with its bracket if it has one. */
  const keyStart = (node: MethodDefinition | Property): number =>
    node.computed ? code.lastIndexOf('[', node.key.start - 1) : node.key.start;

  /** The key as an expression, or undefined where it cannot be written down twice. */
  function keyExpression(node: MethodDefinition): string | undefined {
    const { key } = node;
    const text = code.slice(key.start, key.end);
    if (!node.computed) return key.type === 'Identifier' ? JSON.stringify(key.name) : text;
    return key.type !== 'PrivateIdentifier' && isSimple(key) ? text : undefined;
  }

  /** A public or private method of a class. @returns the statement for the class's static block, if it needs one */
  function asyncMethod(node: MethodDefinition, scope: Scope, next: Continue): string | undefined {
    const { key, value } = node;
    lowering.functionNames.set(value, keyName(key, node.computed, code));
    const head = node.static ? 'static ' : '';
    if (key.type === 'PrivateIdentifier') {
      const generator = names.unused(`#${key.name}$gen`);
      const constant = lowering.codeOf(value, node.start);
      edit.update(node.start, key.end, `${head}*${generator}`);
      lowering.inside(value, ownScope(bodyOf(value), scope.block), next);
      edit.appendLeft(
        node.end,
        ` ${head}#${key.name}${placeholders(value)} { ${lowering.callOf(value, `this.${generator}`, constant)} }`,
      );
      return undefined;
    }
    if (node.computed) next(key, scope);
    const again = keyExpression(node);
    if (again === undefined) {
      edit.update(node.start, keyStart(node), head);
      lowering.perCall(value, scope, next);
      return undefined;
    }
    const constant = lowering.codeOf(value, node.start);
    edit.update(node.start, keyStart(node), `${head}*`);
    lowering.inside(value, ownScope(bodyOf(value), scope.block), next);
    const target = node.static ? 'this' : 'this.prototype';
    return `${prelude.use('$method')}(${target}, ${again}, ${lowering.makerOf(value)}, ${constant}, ${lengthOf(value)});`;
  }

  function classBody(node: ClassBody, derived: boolean, scope: Scope, next: Continue): void {
    /** Of several methods of one name the last one counts. */
    const replacements = new Map<string, string | undefined>();
    for (const member of node.body) {
      if (member.type !== 'MethodDefinition') {
        next(member, scope);
        continue;
      }
      const name = `${member.static} ${keyExpression(member) ?? ''}`;
      if (member.value.async) replacements.set(name, asyncMethod(member, scope, next));
      else {
        replacements.delete(name);
        if (member.computed) next(member.key, scope);
        lowering.inside(
          member.value,
          ownScope(bodyOf(member.value), scope.block, derived && member.kind === 'constructor'),
          next,
        );
      }
    }
    const statements = [...replacements.values()].filter((each) => each !== undefined);
    if (statements.length > 0) edit.appendLeft(node.start + 1, ` static { ${statements.join(' ')} }`);
  }

  return {
    Class(node, scope, next) {
      if (node.superClass) next(node.superClass, scope);
      classBody(node.body, Boolean(node.superClass), scope, next);
    },
    PropertyDefinition(node, scope, next) {
      if (node.computed) next(node.key, scope);
      if (!node.value) return;
      const { value } = node;
      if (value.type === 'ArrowFunctionExpression' || value.type === 'FunctionExpression')
        lowering.functionNames.set(value, keyName(node.key, node.computed, code));
      next(value, ownScope('plain', scope.block));
    },
    Property(node, scope, next) {
      const { key, value, shorthand } = node;
      if (shorthand) {
        if (value.type !== 'Identifier' || value.name !== 'arguments' || scope.capture === undefined) {
          next(value, scope);
          return;
        }
        scope.capture.usesArguments = true;
        edit.appendLeft(node.end, `: ${names.unused('$arguments')}`);
        return;
      }
      if (node.computed) next(key, scope);
      if (value.type !== 'FunctionExpression' && value.type !== 'ArrowFunctionExpression') {
        next(value, scope);
        return;
      }
      lowering.functionNames.set(value, keyName(key, node.computed, code));
      if (!node.method || value.type !== 'FunctionExpression' || !value.async) {
        next(value, scope);
        return;
      }
      if (code.slice(value.start, value.end).includes('super')) {
        edit.remove(node.start, keyStart(node));
        lowering.perCall(value, scope, next);
        return;
      }
      const constant = lowering.codeOf(value, node.start);
      edit.remove(node.start, keyStart(node));
      // `__proto__: …` would set the prototype, where the method of that name is a property.
      if (!node.computed && code.slice(key.start, key.end).replaceAll(/['"]/g, '') === '__proto__')
        edit.update(key.start, key.end, '["__proto__"]');
      edit.appendLeft(value.start, `: ${lowering.makerOf(value)}(${lowering.generatorOf(value)}`);
      lowering.inside(value, ownScope(bodyOf(value), scope.block), next);
      edit.appendLeft(value.end, `, ${constant}, ${lengthOf(value)})`);
    },
  };
}
