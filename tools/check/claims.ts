/** What a mistake says must happen to it: `// fails: <test>` and `// says: <text>` in its first lines. */
import { nearest } from '../../src/grader/index.ts';
import type { Complaint } from './complaint.ts';
import type { SourceFile } from './exercise.ts';

interface Claim {
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const KINDS = ['fails', 'says'];

export interface Claims {
  /** Tests that it must fail, and no others. */
  readonly fails: readonly Claim[];
  /** What the reader must be told. */
  readonly says: readonly Claim[];
  readonly complaints: Complaint[];
}

/** Reads the comments with which a mistake begins. */
export function readClaims(file: SourceFile): Claims {
  const complaints: Complaint[] = [];
  const complain = (line: number, what: string, advice: string): void =>
    void complaints.push({ file: file.path, line, what, advice });
  const found: Record<'fails' | 'says', Claim[]> = { fails: [], says: [] };
  let isBeginning = true;
  for (const [index, text] of file.text.split(/\r?\n/).entries()) {
    if (!text.startsWith('//')) isBeginning = false;
    const [, kind, said] = /^\s*\/\/\s*(\w+)\s*:(.*)$/.exec(text) ?? [];
    if (kind !== 'fails' && kind !== 'says') {
      const [meant] = isBeginning && kind !== undefined ? nearest(kind, KINDS) : [];
      if (meant !== undefined)
        complain(index + 1, `'// ${kind ?? ''}:' is nothing that a mistake says`, `is it to be '// ${meant}:'?`);
    } else if (!isBeginning)
      complain(index + 1, `'// ${kind}:' stands below the beginning of the file and counts for nothing`, 'move it to the top');
    else if ((said ?? '').trim() === '')
      complain(
        index + 1,
        `'// ${kind}:' says nothing`,
        kind === 'fails' ? 'name the test' : 'write what the reader must be told',
      );
    else if (found[kind].some((claim) => claim.text === (said ?? '').trim()))
      complain(index + 1, `says a second time that it ${kind} this`, 'take one of the two lines away');
    else found[kind].push({ text: (said ?? '').trim(), line: index + 1 });
  }
  if (found.fails.length === 0)
    complain(1, 'does not say which tests it fails', 'begin with // fails: <name of the test>, one line for each');
  if (found.says.length === 0)
    complain(
      1,
      'does not say what the reader must be told',
      'write // says: <text that the feedback must have> below the // fails: lines',
    );
  return { ...found, complaints };
}
