/** TypeScript in the editor. */
import { javascript } from '@codemirror/lang-javascript';
import { indentUnit } from '@codemirror/language';
import type { Extension } from '@codemirror/state';

export const typescript: Extension = [javascript({ typescript: true }), indentUnit.of('  ')];
