/** Lines and columns of a text: where each line starts, and the way from an offset to its line and back. Lines and columns count from 0 here. */
export class SourceText {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  /** The number of lines; a text that ends in a newline has an empty last line. */
  get lines(): number {
    return this.#starts.length;
  }

  /** The line that holds `offset`. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? Infinity) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The offset at which `line` starts; past the last line, the text's end. */
  startOf(line: number): number {
    return this.#starts[line] ?? this.text.length;
  }
}
