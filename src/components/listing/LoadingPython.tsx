/** How far Python is loaded: the bytes that are there of all, then that it starts. */
import type { VNode } from 'preact';
import { pythonWords as say } from '../words/python.ts';

export interface Loading {
  /** Bytes; of 0 in all nothing is known yet. */
  readonly loaded: number;
  readonly total: number;
}

export function LoadingPython({ loaded, total }: Loading): VNode {
  const isThere = total > 0 && loaded >= total;
  return (
    <div class="loading-python">
      <progress aria-label={say.progress} {...(total === 0 || isThere ? {} : { value: loaded, max: total })} />
      <p class="quiet" role="status">
        {total === 0 ? say.finding : isThere ? say.starting : say.loading(loaded, total)}
      </p>
    </div>
  );
}
