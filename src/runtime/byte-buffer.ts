/**
 * Bytes that are appended at the end and taken from the front (what a bytearray is to CPython's StreamReader).
 *
 * Keeps true: taking and appending cost what they move, not what the buffer holds.
 */

const FIRST_CAPACITY = 256;

export class ByteBuffer {
  #bytes = new Uint8Array(FIRST_CAPACITY);
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  append(data: Uint8Array): void {
    const length = this.length;
    if (this.#end + data.length > this.#bytes.length) {
      // Room is doubled, unless there is enough of it in front.
      const enough = length + data.length <= this.#bytes.length / 2;
      const bytes = enough ? this.#bytes : new Uint8Array(2 * (length + data.length));
      bytes.set(this.#bytes.subarray(this.#start, this.#end));
      this.#bytes = bytes;
      this.#start = 0;
      this.#end = length;
    }
    this.#bytes.set(data, this.#end);
    this.#end += data.length;
  }

  /** Takes the first `count` bytes, or all when there are fewer. The result is the caller's own. */
  take(count: number): Uint8Array {
    const end = Math.min(this.#start + count, this.#end);
    const taken = this.#bytes.slice(this.#start, end);
    this.#start = end;
    if (this.#start === this.#end) this.clear();
    return taken;
  }

  clear(): void {
    this.#start = 0;
    this.#end = 0;
  }

  /** Where `pattern` stands first at `from` or after; -1 when nowhere. */
  find(pattern: Uint8Array, from: number): number {
    const first = pattern[0];
    const last = this.#end - pattern.length;
    if (first === undefined) return from;
    const bytes = this.#bytes;
    for (let at = bytes.indexOf(first, this.#start + from); at !== -1 && at <= last; at = bytes.indexOf(first, at + 1)) {
      let same = 1;
      while (same < pattern.length && bytes[at + same] === pattern[same]) same += 1;
      if (same === pattern.length) return at - this.#start;
    }
    return -1;
  }
}
