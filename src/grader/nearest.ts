/** The known name that somebody probably meant: for a missing export, an unknown exercise, an unknown concept. */

/** Edits (insert, delete, replace, swap neighbours) between two words. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(at(above, j) + 1, at(row, j - 1) + 1, at(above, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, at(before, j - 2) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return at(above, b.length);
}

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;

/**
 * The names nearest to `wanted`, nearest first, at most `limit`. A name counts as near when no more than about a third of its
 * letters differ, whatever the case, or when one contains the other.
 */
export function nearest(wanted: string, known: readonly string[], limit = 1): string[] {
  const low = wanted.toLowerCase();
  return known
    .map((name) => {
      const other = name.toLowerCase();
      const contains = low.length > 2 && other.length > 2 && (other.includes(low) || low.includes(other));
      return { name, edits: contains ? Math.min(1, distance(low, other)) : distance(low, other) };
    })
    .filter(({ name, edits }) => edits <= Math.max(1, Math.floor(Math.max(name.length, wanted.length) / 3)))
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}
