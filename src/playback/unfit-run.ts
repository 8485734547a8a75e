/** Runs that a reader cannot be asked about, and why. */
import type { Playback } from './playback.ts';

/** This run cannot be asked about: `message` says why, `advice` what its author can do. */
export class UnfitRun extends Error {
  readonly advice: string;

  constructor(why: string, advice: string) {
    super(why);
    this.name = 'UnfitRun';
    this.advice = advice;
  }
}

/** Throws UnfitRun unless the run came to its end, without an error, and its record is whole. */
export function mustHaveEnded({ record, isWhole }: Playback): void {
  const { outcome, error, budget } = record;
  if (error !== undefined) {
    const at = error.frames.at(-1);
    const where = at === undefined ? '' : ` (${at.file}:${at.line})`;
    throw new UnfitRun(`it ends with ${error.type}: ${error.message}${where}`, 'let it run to its end');
  }
  if (outcome !== 'finished')
    throw new UnfitRun(
      `it does not run to its end: ${outcome}${budget === undefined ? '' : `, ${budget}`}`,
      'let it run to its end',
    );
  if (!isWhole) throw new UnfitRun('its run is too long to be kept whole', 'make it shorter');
}
