/** What the page holds of a prediction: the question in the open, the answer encoded, both made when the site is built. Plain data. */

/** A step of the run's playback, from 0, with a sentence that says what happened there. */
interface Place {
  readonly step: number;
  readonly because: string;
}

/** What the reader is shown. */
export type Prompt =
  /** Lines in an order that is not the right one. */
  | { readonly asks: 'order'; readonly lines: readonly string[] }
  /** Lines whose times are asked for, in the order in which they are printed. */
  | { readonly asks: 'time'; readonly lines: readonly string[] }
  | {
      readonly asks: 'next';
      readonly soFar: readonly string[];
      readonly tasks: readonly { readonly name: string; readonly stands: string }[];
    };

export interface AnsweredLine extends Place {
  readonly text: string;
  /** Virtual seconds. */
  readonly t: number;
}

/** What the run did. */
export type Answer =
  | { readonly asks: 'order'; readonly lines: readonly AnsweredLine[] }
  | {
      readonly asks: 'time';
      readonly elapsed: number;
      /** Seconds of all waits, one after the other. */
      readonly waits: number;
      /** What moved the clock, with the time that it reached; at least one place. */
      readonly moves: readonly (Place & { readonly to: number })[];
      readonly end: number;
      readonly lines: readonly AnsweredLine[];
    }
  | {
      readonly asks: 'next';
      /** Place in the prompt's tasks. */
      readonly task: number;
      readonly step: number;
      readonly because: string;
      /** For each of the prompt's tasks why it is not the one; empty for the right one. */
      readonly whyNot: readonly string[];
    };

/** An answer in a form that nobody reads in passing. It keeps no secret, and need not. */
export function encode(answer: Answer): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(answer))));
}

export function decode(encoded: string): Answer {
  const bytes = Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Answer; // written by `encode` when the site was built
}
