/** Stand-ins for a browser's storage: one that works, one that is full, two tabs that share one. */
import type { StorageLike } from '../../src/course/index.ts';

/** A storage in memory. `room`: nothing can be written once there are so many entries. `limit`: no further entries than so many. */
export class MemoryStorage implements StorageLike {
  readonly entries = new Map<string, string>();
  room = Infinity;
  limit = Infinity;

  get length(): number {
    return this.entries.size;
  }

  key(index: number): string | null {
    return [...this.entries.keys()][index] ?? null;
  }

  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    const grows = this.entries.has(key) ? 0 : 1;
    if (this.entries.size >= this.room || this.entries.size + grows > this.limit)
      throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
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
