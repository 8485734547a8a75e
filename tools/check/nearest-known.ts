/** What to say about a name that nobody knows: the nearest that somebody does. */
import { nearest } from '../../src/grader/index.ts';

/** The nearest of the known names, or all of them. */
export function didYouMean(name: string, known: readonly string[]): string {
  const near = nearest(name, known, 3);
  if (near.length > 0) return `did you mean ${near.map((each) => `'${each}'`).join(' or ')}?`;
  return known.length === 0 ? 'there are none yet' : `there are: ${known.map((each) => `'${each}'`).join(', ')}`;
}
