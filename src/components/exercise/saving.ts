/** When a draft is saved. */
import type { Drafts } from './drafts.ts';

/** Real milliseconds after the last keystroke until the draft is saved. */
const SAVE_AFTER = 600;

/** Saves a moment after the last change, and at once when the page is hidden. Returns what ends that. */
export function savesDrafts({ code, save }: Pick<Drafts, 'code' | 'save'>): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stopFollowing = code.subscribe(() => {
    clearTimeout(timer);
    timer = setTimeout(save, SAVE_AFTER);
  });
  window.addEventListener('pagehide', save);
  return () => {
    stopFollowing();
    clearTimeout(timer);
    window.removeEventListener('pagehide', save);
    save();
  };
}
