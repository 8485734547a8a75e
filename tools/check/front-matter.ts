/**
 * The front matter of an exercise.md or a lesson: read by the schemas of the course, so that each thing that is wrong with it is one complaint with its line.
 */
import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Complaint } from './complaint.ts';
import type { SourceFile } from './exercise.ts';

export interface FrontMatter<Data> {
  /** What it holds; undefined when it is wrong. */
  readonly data: Data | undefined;
  /** What it holds, whatever it is; undefined when it is no YAML. */
  readonly raw: unknown;
  /** What stands below it. */
  readonly body: string;
  /** The line (from 1) of a field of the front matter, or of the nearest field around it. */
  readonly lineOfField: (path: readonly PropertyKey[]) => number;
  readonly complaints: readonly Complaint[];
}

/** Reads a file's front matter by a schema. */
export function readFrontMatter<Schema extends z.ZodObject>(file: SourceFile, schema: Schema): FrontMatter<z.infer<Schema>> {
  const complain = (line: number, what: string, advice: string): Complaint => ({
    file: file.path,
    line,
    what,
    advice,
    stopsBuild: true,
  });
  const broken = (body: string, complaint: Complaint): FrontMatter<z.infer<Schema>> => ({
    data: undefined,
    raw: undefined,
    body,
    lineOfField: () => 1,
    complaints: [complaint],
  });
  const [whole, yaml] = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?\n)?---[ \t]*(?:\r?\n|$)/.exec(file.text) ?? [];
  if (whole === undefined) {
    const fields = Object.entries(schema.shape).filter(([, field]) => !(field as z.ZodType).safeParse(undefined).success);
    const advice = file.text.startsWith('---')
      ? 'end it with a line ---'
      : `begin it with a line ---, then ${fields.map(([name]) => name).join(', ')}, then a line ---`;
    return broken(file.text, complain(1, `has no ${file.text.startsWith('---') ? 'end of its ' : ''}front matter`, advice));
  }
  const body = file.text.slice(whole.length);
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml ?? '', { lineCounter });
  const [error] = document.errors;
  if (error !== undefined) {
    const what = `the front matter is no YAML: ${error.message.split(' at line ', 1)[0]?.split('\n', 1)[0] ?? ''}`;
    return broken(body, complain((error.linePos?.[0].line ?? 1) + 1, what, 'repair it; a text with a colon stands in quotes'));
  }
  const lineOfField = lineFinder(document, lineCounter);
  let raw: unknown;
  try {
    raw = document.toJS();
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    return broken(body, complain(2, `the front matter is no YAML: ${what}`, 'put a text that begins with * or & in quotes'));
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { data: parsed.data, raw, body, lineOfField, complaints: [] };
  const complaints = parsed.error.issues.map(({ path, message, ...issue }) =>
    complain(
      lineOfField('keys' in issue ? [...path, issue.keys[0] ?? ''] : path),
      `${path.map(String).join('.') || 'front matter'}: ${message}`,
      isMapping(at(raw, path)) && path.length > 0
        ? 'put the text in quotes: a colon in it makes it a table'
        : 'change it in the front matter',
    ),
  );
  return { data: undefined, raw, body, lineOfField, complaints };
}

function lineFinder(document: Document, lineCounter: LineCounter): FrontMatter<unknown>['lineOfField'] {
  return (path) => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const around: unknown = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
      const key = isMap(around)
        ? around.items.find((pair) => isScalar(pair.key) && pair.key.value === path[depth - 1])?.key
        : undefined;
      const node: unknown = key ?? document.getIn(path.slice(0, depth), true);
      if (hasRange(node)) return lineCounter.linePos(node.range[0]).line + 1;
    }
    return 1;
  };
}

function hasRange(node: unknown): node is { readonly range: readonly [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

const isMapping = (value: unknown): value is Readonly<Record<PropertyKey, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path of what was read. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Readonly<Record<PropertyKey, unknown>>)[key] : undefined,
    value,
  );
}
