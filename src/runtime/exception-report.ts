/** What asyncio's logger says of an error that nobody got (base_events.py: default_exception_handler). */
import type { ExceptionContext } from './observer.ts';
import { repr } from './repr.ts';
import { world } from './world.ts';

/** Logs a context: the message, then its other keys in alphabetical order. */
export function reportException(context: ExceptionContext): void {
  const lines = [context.message ?? 'Unhandled exception in event loop'];
  for (const key of Object.keys(context).sort()) {
    if (key !== 'message' && key !== 'exception') lines.push(`${key}: ${repr(context[key])}`);
  }
  world.observer?.log('error', lines.join('\n'));
}
