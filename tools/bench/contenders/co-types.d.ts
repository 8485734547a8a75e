/** What of co is measured here; the package has no types. */
declare module 'co' {
  export default function co<T>(routine: Generator<unknown, T>): Promise<T>;
}
