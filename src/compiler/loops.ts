/**
 * Loops: each loop's body begins with a call that counts the turn and knows the loop's place (src/runtime/turns.ts).
 *
 * Keeps true: nothing else changes. The call stands in the body, so headers, labels, `continue` and the variables of each turn are what they were; a body
 * without braces gets some, which is the same, as none may declare anything there. What esbuild added (lines that come from nowhere) is not counted.
 */
import type { AnyNode, DoWhileStatement, ForInStatement, ForOfStatement, ForStatement, WhileStatement } from 'acorn';
import { base, type RecursiveVisitors } from 'acorn-walk';
import type { Continue, Lowering } from './lowering.ts';
import type { Scope } from './scope.ts';

type Loop = ForStatement | ForInStatement | ForOfStatement | WhileStatement | DoWhileStatement;

export function loopVisitors({ edit, positions, prelude }: Lowering): RecursiveVisitors<Scope> {
  function counted<T extends Loop>(walk: ((node: T, scope: Scope, next: Continue) => void) | undefined) {
    return (node: T, scope: Scope, next: Continue): void => {
      const place = positions.placeOf(node.start);
      const body: AnyNode = node.body;
      if (place === undefined) {
        walk?.(node, scope, next);
      } else if (body.type === 'BlockStatement') {
        edit.appendLeft(body.start + 1, ` ${prelude.turn(place)}`);
        walk?.(node, scope, next);
      } else {
        edit.appendLeft(body.start, `{ ${prelude.turn(place)} `);
        walk?.(node, scope, next);
        edit.appendLeft(body.end, ' }');
      }
    };
  }
  return {
    ForStatement: counted(base.ForStatement),
    ForInStatement: counted(base.ForInStatement),
    ForOfStatement: counted(base.ForOfStatement),
    WhileStatement: counted(base.WhileStatement),
    DoWhileStatement: counted(base.DoWhileStatement),
  };
}
