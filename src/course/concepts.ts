/** The concepts that the course names: gathered from what its lessons and exercises say, so that there is no list to forget. */

/** Each concept once, in the order in which the course brings it up, with the ids of what names it. */
export function conceptsOf(
  entries: readonly { readonly id: string; readonly concepts: readonly string[] }[],
): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, string[]>();
  for (const { id, concepts } of entries) {
    for (const concept of concepts) named.set(concept, [...(named.get(concept) ?? []), id]);
  }
  return named;
}
