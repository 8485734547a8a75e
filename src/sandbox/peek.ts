/** Telling a program's errors from look-alikes without calling its code; the rest of looking at values is the runtime's (`dataOf` and its neighbours). */
import { guarded } from '../runtime/index.ts';

/** `Error.isError`, where the engine has it: true for errors, false for proxies of errors and for look-alikes. Taken before a lockdown can remove it. */
let isErrorNatively = (Error as { readonly isError?: (value: unknown) => boolean }).isError;

/** Hands over what an entry kept of the realm before its lockdown. */
export function keepIsError(native: typeof isErrorNatively): void {
  isErrorNatively ??= native;
}

/** True for a real error object. */
export function isError(value: unknown): value is Error {
  if (isErrorNatively !== undefined) return isErrorNatively(value);
  return guarded(() => value instanceof Error) ?? false;
}
