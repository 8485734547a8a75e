/** How numbers are written: the same wherever the interface names seconds or counts something. */

/** Virtual seconds as they are shown: at most three decimals, no trailing zeros. */
export const seconds = (t: number): string => `${String(Math.round(t * 1000) / 1000)} s`;

/** `1 exercise`, `1,200 exercises`. */
export const count = (n: number, one: string, many: string): string => `${n.toLocaleString('en')} ${n === 1 ? one : many}`;
