/** Python in the editor. */
import { python as language } from '@codemirror/lang-python';
import { indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

export const python: Extension = [language(), indentUnit.of('    ')];
