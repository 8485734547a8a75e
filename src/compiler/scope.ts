/**
 * Where in the program the walk stands: what `await` means there, and who owns `this`, `arguments`, `super` and `new.target`.
 *
 * An async arrow function becomes a generator function, which has these four of its own; so what an arrow uses of its surroundings is handed in from
 * outside: `this` by the runtime, the others by a small function around the outermost async arrow (`Capture`).
 */
import type { Names } from './names.ts';

/** What a function body is: `await` and `yield` are compiled accordingly. */
export type Body = 'plain' | 'coroutine' | 'asyncGenerator';

/** What one piece of code must be handed from outside, found while its body is walked. */
export class Capture {
  /** True where `this` must not be read when the arrow is made: in the constructor of a derived class, before `super()`. */
  readonly lateThis: boolean;
  usesThis = false;
  usesArguments = false;
  usesSuper = false;
  usesNewTarget = false;

  constructor(lateThis: boolean) {
    this.lateThis = lateThis;
  }

  /** Parameters and arguments of the function to put around the code; undefined when it needs none. */
  around(names: Names): { readonly parameters: string; readonly values: string } | undefined {
    const needs: [string, string][] = [];
    if (this.lateThis && this.usesThis) needs.push([names.unused('$this'), '() => this']);
    if (this.usesArguments) needs.push([names.unused('$arguments'), 'arguments']);
    if (this.usesNewTarget) needs.push([names.unused('$newTarget'), 'new.target']);
    if (this.usesSuper) needs.push([names.unused('$super'), superProxy(names)]);
    if (needs.length === 0) return undefined;
    return { parameters: needs.map(([name]) => name).join(', '), values: needs.map(([, value]) => value).join(', ') };
  }
}

/** The expression that makes an object whose properties are those of `super`. */
export function superProxy(names: Names): string {
  return `${names.unused('$superOf')}((k) => super[k], (k, v) => { super[k] = v; })`;
}

/** One async arrow function, and those around it that share its `this`. */
export interface Arrow {
  readonly outer: Arrow | undefined;
  usesThis: boolean;
}

/** Where declarations are marked: at the start of the block that they are hoisted to. */
export interface Block {
  readonly marks: string[];
}

export interface Scope {
  readonly body: Body;
  /** The innermost async arrow whose `this` this is. */
  readonly arrow: Arrow | undefined;
  /** Takes the uses of `this`, `arguments` and `new.target`; undefined where they can be named directly. */
  readonly capture: Capture | undefined;
  /** Takes the uses of `super`; undefined where it can be named directly. */
  readonly superCapture: Capture | undefined;
  /** In the constructor of a derived class, outside of functions that have a `this` of their own. */
  readonly derived: boolean;
  readonly block: Block;
}

/** The scope of a function that has `this`, `arguments` and `super` of its own. */
export function ownScope(body: Body, block: Block, derived = false): Scope {
  return { body, arrow: undefined, capture: undefined, superCapture: undefined, derived, block };
}
