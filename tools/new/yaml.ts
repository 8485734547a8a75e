/** A text or a list of texts as front matter has it: in one line, in quotes only where it needs them. */
import { stringify } from 'yaml';

export function inYaml(value: string | readonly string[]): string {
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, singleQuote: true, lineWidth: 0 }).trim();
}
