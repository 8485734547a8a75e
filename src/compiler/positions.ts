/**
 * Positions: from a place in esbuild's output back to the learner's source, and the table that leads from the finished program's code there too.
 * Keeps true: every entry of the table comes from esbuild's source map; the pass over its output only moves entries, and never invents one.
 */
import { decodedMappings, TraceMap } from '@jridgewell/trace-mapping';
import type { DecodedSourceMap } from 'magic-string';
import { SourceText } from './source-text.ts';

/** A place in the learner's source: line from 1, column from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Awaits carry their place as one small integer: `line * 4096 + column`; columns beyond 4095 are told as 4095. */
export function packPlace({ line, column }: Place): number {
  return line * 4096 + Math.min(column, 4095);
}

/** The two texts of esbuild's step and the map between them. */
export class Positions {
  readonly source: SourceText;
  readonly output: SourceText;
  readonly #segments: ReturnType<typeof decodedMappings>;
  readonly #names: readonly string[];

  constructor(source: string, output: string, map: string) {
    this.source = new SourceText(source);
    this.output = new SourceText(output);
    const trace = new TraceMap(map);
    this.#segments = decodedMappings(trace);
    this.#names = trace.names;
  }

  /** Where the text at `offset` of esbuild's output came from; undefined for what esbuild added on lines of its own. */
  placeOf(offset: number): Place | undefined {
    const segment = this.#segmentAt(offset);
    return segment === undefined ? undefined : { line: segment[2] + 1, column: segment[3] };
  }

  /** Like `placeOf`, and where that is the start of `for await`, the place of the `await`. */
  placeOfAwait(offset: number): Place {
    const place = this.placeOf(offset) ?? { line: 1, column: 0 };
    const start = this.source.startOf(place.line - 1) + place.column;
    const forAwait = /for\s+(?=await\b)/y;
    forAwait.lastIndex = start;
    const lead = forAwait.exec(this.source.text)?.[0];
    if (lead === undefined) return place;
    const line = this.source.lineAt(start + lead.length);
    return { line: line + 1, column: start + lead.length - this.source.startOf(line) };
  }

  /** What an identifier at `offset` was called in the source, if esbuild renamed it. */
  originalName(offset: number): string | undefined {
    const line = this.output.lineAt(offset);
    const column = offset - this.output.startOf(line);
    const segment = this.#segments[line]?.find((each) => each[0] === column);
    return segment?.length === 5 ? this.#names[segment[4]] : undefined;
  }

  /**
   * The table of a program whose code is esbuild's output after edits: `edits` is the edits' map from the edited text to esbuild's output, and
   * `linesBefore` the number of lines put before the edited text. See `CompiledProgram.positions`.
   */
  table(edits: DecodedSourceMap, linesBefore: number): number[][] {
    const table: number[][] = Array.from({ length: linesBefore }, () => []);
    for (const pieces of edits.mappings) {
      const row: number[] = [];
      for (const [index, piece] of pieces.entries()) {
        if (piece.length < 4) continue;
        const [generated, , line, column] = piece as [number, number, number, number];
        const next = pieces[index + 1];
        const room = next === undefined ? Infinity : next[0] - generated;
        // A piece runs to where the next one of the same line begins, both in the edited text and in esbuild's output.
        const end = next?.[2] === line ? (next[3] ?? Infinity) : Infinity;
        this.#addPiece(row, generated, line, column, Math.min(end, column + room));
      }
      table.push(row);
    }
    return table;
  }

  /** Adds to `row` what esbuild's map says of columns `from` to `end` of its line, which now stand at `generated`. */
  #addPiece(row: number[], generated: number, line: number, from: number, end: number): void {
    const segments = this.#segments[line] ?? [];
    let before: (typeof segments)[number] | undefined;
    for (const segment of segments) {
      if (segment.length === 1) continue;
      if (segment[0] >= end) break;
      if (segment[0] <= from) before = segment;
      else {
        if (before !== undefined) addEntry(row, generated, before[2], before[3]);
        before = undefined;
        addEntry(row, generated + segment[0] - from, segment[2], segment[3]);
      }
    }
    if (before !== undefined) addEntry(row, generated, before[2], before[3]);
  }

  #segmentAt(offset: number): [number, number, number, number] | [number, number, number, number, number] | undefined {
    const line = this.output.lineAt(offset);
    const column = offset - this.output.startOf(line);
    let found: [number, number, number, number] | [number, number, number, number, number] | undefined;
    for (const segment of this.#segments[line] ?? []) {
      if (segment[0] > column) break;
      if (segment.length !== 1) found = segment;
    }
    return found;
  }
}

function addEntry(row: number[], generated: number, line: number | undefined, column: number | undefined): void {
  if (line === undefined || column === undefined) return;
  const last = row.length - 3;
  if (last >= 0 && row[last + 1] === line + 1 && row[last + 2] === column) return;
  if (last >= 0 && row[last] === generated) row.length = last;
  row.push(generated, line + 1, column);
}
