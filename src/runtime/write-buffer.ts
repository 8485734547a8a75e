/**
 * What a transport keeps until the network takes it, and the marks between which its protocol is told to pause (transports.py: _FlowControlMixin).
 *
 * Keeps true: bytes leave in the order in which they came; the protocol is told to pause once, when there is more than the high mark, and to go on once,
 * when there is no more than the low one.
 */
import { ValueError } from './errors.ts';

const HIGH_WATER = 64 * 1024;

/** Who is told. */
export interface Pausable {
  pauseWriting(): void;
  resumeWriting(): void;
}

export class WriteBuffer {
  readonly #protocol: Pausable;
  #pieces: Uint8Array[] = [];
  #size = 0;
  #high = HIGH_WATER;
  #low = HIGH_WATER / 4;
  #paused = false;

  constructor(protocol: Pausable) {
    this.#protocol = protocol;
  }

  /** Bytes. */
  get size(): number {
    return this.#size;
  }

  /** The low mark and the high one. */
  get marks(): [low: number, high: number] {
    return [this.#low, this.#high];
  }

  /** Sets the marks. Without a high one it is four times the low one; without a low one that is a quarter. */
  setMarks(high: number | null | undefined, low: number | null | undefined): void {
    const top = high ?? (low === undefined || low === null ? HIGH_WATER : 4 * low);
    const bottom = low ?? Math.floor(top / 4);
    if (!(top >= bottom && bottom >= 0)) throw new ValueError(`high (${top}) must be >= low (${bottom}) must be >= 0`);
    this.#high = top;
    this.#low = bottom;
    this.mayPause();
  }

  /** Appends a copy of `data`. */
  push(data: Uint8Array): void {
    this.#pieces.push(data.slice());
    this.#size += data.length;
  }

  /** Hands pieces to `send`, which says how many bytes it took, until it takes less than it was given. */
  flush(send: (piece: Uint8Array) => number): void {
    for (let piece = this.#pieces[0]; piece !== undefined; piece = this.#pieces[0]) {
      const count = send(piece);
      this.#size -= count;
      if (count < piece.length) {
        this.#pieces[0] = piece.subarray(count);
        return;
      }
      this.#pieces.shift();
    }
  }

  clear(): void {
    this.#pieces = [];
    this.#size = 0;
  }

  /** There is more than before. */
  mayPause(): void {
    if (this.#size <= this.#high || this.#paused) return;
    this.#paused = true;
    this.#protocol.pauseWriting();
  }

  /** There is less than before. */
  mayResume(): void {
    if (!this.#paused || this.#size > this.#low) return;
    this.#paused = false;
    this.#protocol.resumeWriting();
  }
}
