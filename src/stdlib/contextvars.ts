/** The module `contextvars`: variables whose value belongs to a task, or to whatever else runs in a context of its own (CTX-1, CTX-2, LOOP-14). */
export { Context, ContextVar, copyContext, LookupError, Token } from '../runtime/index.ts';
