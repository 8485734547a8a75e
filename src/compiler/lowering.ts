/**
 * The program that is being edited, and what all parts of the pass share: names, code objects, and the pieces of text that functions are made of.
 */
import type { Function as FunctionNode, FunctionExpression, Node } from 'acorn';
import type { WalkerCallback } from 'acorn-walk';
import type MagicString from 'magic-string';
import type { Names } from './names.ts';
import type { Positions } from './positions.ts';
import type { Prelude } from './prelude.ts';
import { Capture, ownScope, superProxy, type Block, type Body, type Scope } from './scope.ts';

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
  /** Variables that hold what is left of an `await using`, each with the block that it belongs to. */
  readonly disposals = new Map<string, Block>();

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
