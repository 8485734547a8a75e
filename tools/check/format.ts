/** Whether a file is formatted as the repository's Prettier settings say. */
import { check, resolveConfig } from 'prettier';
import type { Complaint } from './complaint.ts';
import type { SourceFile } from './exercise.ts';

/** The settings are those for `settingsOf`, a file of the repository, so that a file elsewhere is held to the same. */
export async function checkFormat(file: SourceFile, settingsOf: string): Promise<Complaint[]> {
  const settings = (await resolveConfig(settingsOf)) ?? {};
  try {
    if (await check(file.text, { ...settings, filepath: file.path })) return [];
  } catch {
    return []; // what cannot be parsed is told by the compiler
  }
  return [{ file: file.path, line: 1, what: 'is not formatted', advice: 'run npm run format' }];
}
