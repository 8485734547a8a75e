/**
 * Makes a program smaller as long as something stays true of it, until nothing more can be taken away.
 *
 * Works on the program as plain data: leaves out statements, puts what stands inside of a statement in its place, and makes numbers and options simpler.
 */
import type { Program } from './ast.ts';

type Data = null | boolean | number | string | readonly Data[] | DataRecord;
interface DataRecord {
  readonly [key: string]: Data;
}
type Path = readonly (string | number)[];

/**
 * @param holds whether a program still shows what it was found for
 * @param budget how often `holds` may be asked
 * @returns the smallest program found, for which `holds` is true if it was for the first one
 */
export async function shrink(program: Program, holds: (smaller: Program) => Promise<boolean>, budget = 2_000): Promise<Program> {
  let best = program as unknown as Data;
  let asked = 0;
  let steps = candidates(best);
  for (let i = 0; i < steps.length && asked < budget; i += 1) {
    const smaller = steps[i]?.() ?? best;
    asked += 1;
    if (!(await holds(smaller as unknown as Program))) continue;
    best = smaller;
    steps = candidates(best);
    i = -1;
  }
  return best as unknown as Program;
}

/** Ways to make it smaller, the greatest steps first. */
function candidates(program: Data): (() => Data)[] {
  const steps: { size: number; make: () => Data }[] = [];
  visit(program, [], (node, path) => {
    if (path[0] === 'objects' || path[0] === 'slots') return;
    const put =
      (value: Data | undefined): (() => Data) =>
      () =>
        replaced(program, path, value);
    const add = (size: number, value: Data | undefined): void => void steps.push({ size, make: put(value) });
    if (isList(node)) {
      const isBodies = path.length === 1;
      if (!isBodies && node.length > 1) {
        const half = Math.floor(node.length / 2);
        add(sizeOf(node) / 2 + 1, node.slice(half));
        add(sizeOf(node) / 2, node.slice(0, half));
      }
      if (isBodies) return;
      node.forEach((item, i) => {
        const inner = isRecord(item) ? blocksOf(item) : [];
        add(sizeOf(item), [...node.slice(0, i), ...node.slice(i + 1)]);
        for (const body of inner) add(sizeOf(item) - sizeOf(body), [...node.slice(0, i), ...body, ...node.slice(i + 1)]);
      });
    } else if (isRecord(node)) {
      if (isRecord(node['of'])) {
        const stored = node['kind'] === 'store'; // which must stay a future
        if (isRecord(node['of']['of']) && !stored) add(1, { ...node, of: node['of']['of'] });
        if (isList(node['of']['of']) && !stored) for (const one of node['of']['of']) add(1, { ...node, of: one });
        if (node['of']['kind'] !== 'sleep' && !stored) add(0.5, { ...node, of: { kind: 'sleep', delay: 0 } });
      }
      for (const option of ['name', 'eager', 'value', 'cause'])
        if (option in node && path.length > 0)
          add(0.2, Object.fromEntries(Object.entries(node).filter(([key]) => key !== option)));
      if (path.length === 0 && node['eager'] === true) add(0.2, { ...node, eager: false });
    } else if (typeof node === 'number') {
      const key = path.at(-1);
      if (key === 'id' || key === 'fn' || key === 'gen') return;
      for (const simpler of [0, 1]) if (node !== simpler && !(node === 0 && simpler === 1)) add(0.1, simpler);
    } else if (typeof node === 'string' && path.at(-1) === 'message') add(0.1, null);
  });
  return steps.sort((a, b) => b.size - a.size).map(({ make }) => make);
}

const isList = (node: Data | undefined): node is readonly Data[] => Array.isArray(node);
const isRecord = (node: Data | undefined): node is DataRecord =>
  typeof node === 'object' && node !== null && !Array.isArray(node);

/** The blocks of a statement that may stand in its place; a handler may not, since it may raise again what it caught. */
function blocksOf(statement: DataRecord): (readonly Data[])[] {
  return [statement['body'], statement['otherwise'], statement['cleanup']].filter(isList);
}

function visit(node: Data, path: Path, see: (node: Data, path: Path) => void): void {
  see(node, path);
  if (isList(node))
    node.forEach((item, i) => {
      visit(item, [...path, i], see);
    });
  else if (isRecord(node)) for (const [key, value] of Object.entries(node)) visit(value, [...path, key], see);
}

function replaced(node: Data, [first, ...rest]: Path, value: Data | undefined): Data {
  if (first === undefined) return value ?? null;
  if (isList(node)) return node.map((item, i) => (i === first ? replaced(item, rest, value) : item));
  if (isRecord(node)) return { ...node, [first]: replaced(node[first] ?? null, rest, value) };
  return node;
}

/** How many values it has in it. */
function sizeOf(node: Data): number {
  let size = 0;
  visit(node, [], () => {
    size += 1;
  });
  return size;
}
