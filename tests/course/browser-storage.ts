/** Stand-ins for a browser's storage: one that works, one that is full, two tabs that share one. */
import type { StorageLike } from '../../src/course/index.ts';

/** A storage in memory. `room` is how many entries fit. */
export class MemoryStorage implements StorageLike {
  readonly entries = new Map<string, string>();
  room = Infinity;

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    if (this.entries.size >= this.room) throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
    this.entries.set(key, value);
  }

  removeItem(key: string): void {
    this.entries.delete(key);
  }
}

/** What a browser sends to the other tabs. */
export function storageEvent(key: string): Event {
  return Object.assign(new Event('storage'), { key });
}
