/**
 * The pass that turns async functions into generator functions, and each `await` into a `yield` that says where it stands.
 *
 * Keeps true: a generator function is made once where its async function is made, never at a call (the rare exceptions are in `perCall`); hoisting, name,
 * length, `this`, `super`, `arguments` and `new.target` stay what they were.
 */
import type {
  AnyNode,
  ArrowFunctionExpression,
  Function as FunctionNode,
  FunctionDeclaration,
  FunctionExpression,
  Program,
} from 'acorn';
import { recursive, type RecursiveVisitors } from 'acorn-walk';
import { awaitVisitors } from './awaits.ts';
import { classVisitors } from './classes.ts';
import { loopVisitors } from './loops.ts';
import { nameVisitors } from './function-names.ts';
import { bodyOf, lengthOf, placeholders, type Continue, type Lowering } from './lowering.ts';
import { Capture, ownScope, type Arrow, type Block, type Scope } from './scope.ts';
import { surroundingVisitors } from './surroundings.ts';

/** Rewrites a whole program. The names of functions that stand for `export default` are given in `defaults`. @returns statements for its very start */
export function lowerAsync(program: Program, lowering: Lowering): string {
  const block: Block = { marks: [] };
  recursive<Scope>(program, ownScope('plain', block), visitors(lowering));
  return block.marks.join(' ');
}

function visitors(lowering: Lowering): RecursiveVisitors<Scope> {
  const { edit, code, prelude, names } = lowering;

  function declaration(node: FunctionDeclaration, scope: Scope, next: Continue): void {
    const { name, end } = node.id;
    const constant = lowering.codeOf(node, node.start);
    const generator = names.unused(`${name}$gen`);
    edit.update(node.start, end, `function* ${generator}`);
    lowering.inside(node, ownScope(bodyOf(node), scope.block), next);
    edit.appendLeft(node.end, ` function ${name}${placeholders(node)} { ${lowering.callOf(node, generator, constant)} }`);
    scope.block.marks.push(`${prelude.use(node.generator ? '$markGen' : '$mark')}(${name}, ${constant});`);
    const called = lowering.nameOf(node);
    if (called !== name) scope.block.marks.push(`${prelude.use('$rename')}(${name}, ${JSON.stringify(called)});`);
  }

  function expression(node: FunctionExpression, scope: Scope, next: Continue): void {
    const constant = lowering.codeOf(node, node.start);
    const made = `${lowering.makerOf(node)}(${lowering.generatorOf(node)}`;
    // The name of a function expression is known in its body, where it must be the async function.
    edit.update(node.start, lowering.openingOf(node), node.id ? `(() => { const ${node.id.name} = ${made}` : made);
    lowering.inside(node, ownScope(bodyOf(node), scope.block), next);
    edit.appendLeft(node.end, `, ${constant}, ${lengthOf(node)})${node.id ? `; return ${node.id.name}; })()` : ''}`);
  }

  function arrow(node: ArrowFunctionExpression, scope: Scope, next: Continue): void {
    const constant = lowering.codeOf(node, node.start);
    const self: Arrow = { outer: scope.arrow, usesThis: false };
    const capture = scope.capture ?? new Capture(scope.derived);
    const superCapture = scope.superCapture ?? capture;
    const opening = lowering.openingOf(node);
    const token = code.indexOf('=>', node.params.at(-1)?.end ?? opening);
    edit.update(token, token + 2, node.expression ? '{ return (' : '');
    lowering.inside(node, { ...scope, body: 'coroutine', arrow: self, capture, superCapture }, next);
    if (self.usesThis && scope.arrow) scope.arrow.usesThis = true;
    if (capture.usesSuper) prelude.use('$superOf');
    const around = scope.capture === undefined ? capture.around(names) : undefined;
    edit.update(
      node.start,
      opening,
      `${around ? `((${around.parameters}) => ` : ''}${prelude.use('$arrow')}(${lowering.generatorOf(node)}`,
    );
    const thisArgument = self.usesThis && !capture.lateThis ? 'this' : 'undefined';
    edit.appendLeft(
      node.end,
      `${node.expression ? '); }' : ''}, ${constant}, ${lengthOf(node)}, ${thisArgument})${around ? `)(${around.values})` : ''}`,
    );
  }

  function anyFunction(node: FunctionNode, scope: Scope, next: Continue): void {
    if (!node.async) {
      if (node.type === 'ArrowFunctionExpression') lowering.inside(node, { ...scope, body: 'plain' }, next);
      else lowering.inside(node, ownScope('plain', scope.block), next);
    } else if (node.type === 'FunctionDeclaration') declaration(node as FunctionDeclaration, scope, next);
    else if (node.type === 'FunctionExpression') expression(node as FunctionExpression, scope, next);
    else arrow(node as ArrowFunctionExpression, scope, next);
  }

  /** Walks statements that functions may be hoisted to the start of; `start` is where they begin. */
  function block(statements: readonly AnyNode[], start: number, scope: Scope, next: Continue): void {
    const inner: Scope = { ...scope, block: { marks: [] } };
    for (const statement of statements) next(statement, inner);
    if (inner.block.marks.length > 0) edit.appendLeft(start, ` ${inner.block.marks.join(' ')}`);
  }

  return {
    ...nameVisitors(lowering),
    ...classVisitors(lowering),
    ...awaitVisitors(lowering),
    ...surroundingVisitors(lowering),
    ...loopVisitors(lowering),
    Function: anyFunction,
    BlockStatement: (node, scope, next) => {
      block(node.body, node.start + 1, scope, next);
    },
    StaticBlock: (node, scope, next) => {
      block(node.body, code.indexOf('{', node.start) + 1, ownScope('plain', scope.block), next);
    },
    SwitchCase(node, scope, next) {
      if (node.test) next(node.test, scope);
      const first = node.consequent[0];
      if (first) block(node.consequent, code.indexOf(':', node.test ? node.test.end : node.start) + 1, scope, next);
    },
  };
}
