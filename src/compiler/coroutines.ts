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
  Node,
  Program,
} from 'acorn';
import { base, recursive, type RecursiveVisitors, type WalkerCallback } from 'acorn-walk';
import type MagicString from 'magic-string';
import { classVisitors } from './classes.ts';
import { nameVisitors } from './function-names.ts';
import type { Names } from './names.ts';
import type { Positions } from './positions.ts';
import { packPlace } from './positions.ts';
import type { Prelude } from './prelude.ts';
import { Capture, ownScope, superProxy, type Arrow, type Block, type Body, type Scope } from './scope.ts';

export type Continue = WalkerCallback<Scope>;

/** The program being edited, and what the visitors share. */
export class Lowering {
  readonly code: string;
  readonly edit: MagicString;
  readonly names: Names;
  readonly prelude: Prelude;
  readonly positions: Positions;
  /** Names that functions get from where they stand, such as `const f = async () => {}`. */
  readonly functionNames = new Map<Node, string>();
  /** Variables that hold what is left of an `await using`. */
  readonly disposals = new Set<string>();

  constructor(code: string, edit: MagicString, names: Names, prelude: Prelude, positions: Positions) {
    this.code = code;
    this.edit = edit;
    this.names = names;
    this.prelude = prelude;
    this.positions = positions;
  }

  /** What a function is called: by its own name, by where it stands, or, as in Python, `<lambda>`. */
  nameOf(node: FunctionNode): string {
    const given = node.id && node.type !== 'FunctionDeclaration' ? undefined : this.functionNames.get(node);
    return given ?? (node.id ? (this.positions.originalName(node.id.start) ?? node.id.name) : '<lambda>');
  }

  /** A new code object for an async function, which begins at `start`. */
  codeOf(node: FunctionNode, start: number): string {
    return this.prelude.code(this.nameOf(node), this.positions.placeOf(start)?.line ?? 1);
  }

  /** The start of a generator function, with a name for the engine's own stack traces. */
  generatorOf(node: FunctionNode): string {
    const name = this.nameOf(node);
    return `function* ${/^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? this.names.unused(`${name}$gen`) : ''}`;
  }

  /** The statement that a function's wrapper consists of. */
  callOf(node: FunctionNode, generator: string, code: string): string {
    if (node.generator) return `return ${this.prelude.use('$gen')}(this, arguments, ${generator}, ${code});`;
    return `return ${this.prelude.use('$co')}(${generator}.apply(this, arguments), ${code});`;
  }

  /** The helper that makes an async function of a generator function. */
  makerOf(node: FunctionNode): string {
    return this.prelude.use(node.generator ? '$genFn' : '$fn');
  }

  /** Walks a function's parameters and body in the scope of its own. */
  inside(node: FunctionNode, scope: Scope, next: Continue): void {
    for (const parameter of node.params) next(parameter, scope);
    next(node.body, scope);
  }

  /** Where the parameter list of a function opens. */
  openingOf(node: FunctionNode): number {
    return this.code.indexOf('(', node.id ? node.id.end : node.start);
  }

  /**
   * An async function that is made anew at every call, for what cannot be made once: `($1) { return $co(function* (…) {…}.apply(this, arguments), $c1); }`.
   * The text before its parameters is the caller's to write.
   */
  perCall(node: FunctionExpression, scope: Scope, next: Continue): void {
    const code = this.codeOf(node, node.start);
    const capture = new Capture(false);
    this.inside(node, { ...ownScope(bodyOf(node), scope.block), superCapture: capture }, next);
    if (capture.usesSuper) this.prelude.use('$superOf');
    const given = capture.usesSuper ? `const ${this.names.unused('$super')} = ${superProxy(this.names)}; ` : '';
    const [before, after] = this.callOf(node, '\0', code).split('\0') as [string, string];
    this.edit.appendLeft(node.start, `${placeholders(node)} { ${given}${before}(${this.generatorOf(node)}`);
    this.edit.appendLeft(node.end, `)${after} }`);
  }
}

export const bodyOf = (node: FunctionNode): Body => (!node.async ? 'plain' : node.generator ? 'asyncGenerator' : 'coroutine');

/** The parameters that count for a function's `length`. */
export function lengthOf(node: FunctionNode): number {
  const first = node.params.findIndex(({ type }) => type === 'AssignmentPattern' || type === 'RestElement');
  return first === -1 ? node.params.length : first;
}

/** A parameter list of the same length. */
export const placeholders = (node: FunctionNode): string =>
  `(${Array.from({ length: lengthOf(node) }, (_, i) => `_${i + 1}`).join(', ')})`;

/** Rewrites a whole program. The names of functions that stand for `export default` are given in `defaults`. @returns statements for its very start */
export function lowerAsync(program: Program, lowering: Lowering): string {
  const block: Block = { marks: [] };
  recursive<Scope>(program, ownScope('plain', block), visitors(lowering));
  return block.marks.join(' ');
}

function visitors(lowering: Lowering): RecursiveVisitors<Scope> {
  const { edit, code, prelude, positions, names } = lowering;

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

  function thisText(scope: Scope): string {
    if (scope.capture === undefined) return 'this';
    scope.capture.usesThis = true;
    if (scope.capture.lateThis) return `${names.unused('$this')}()`;
    if (scope.arrow) scope.arrow.usesThis = true;
    return 'this';
  }

  return {
    ...nameVisitors(lowering),
    ...classVisitors(lowering),
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
    AwaitExpression(node, scope, next) {
      const { argument } = node;
      if (argument.type === 'Identifier' && lowering.disposals.has(argument.name)) {
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
      if (callee.type === 'Identifier' && callee.name === '__callDispose' && prelude.replaces('__callDispose')) {
        edit.appendLeft(node.end - 1, `, ${packPlace(positions.placeOfAwait(node.start))}, ${scope.body === 'asyncGenerator'}`);
      }
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
