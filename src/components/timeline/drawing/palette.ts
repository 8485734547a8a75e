/** The theme of the moment, read from the page, and told when it changes. */
import { signal, type ReadonlySignal } from '@preact/signals';
import { COLOURS, type Colour, type Palette } from './shapes.ts';

/** Reads the tokens as colours that a canvas and a file understand. */
export function readPalette(): Palette {
  // A token may be `light-dark(…)`: only an element that wears it says what it comes to.
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.setProperty('forced-color-adjust', 'none');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const palette = Object.fromEntries(
    COLOURS.map((colour) => {
      probe.style.color = `var(--${colour})`;
      return [colour, style.color];
    }),
  ) as Record<Colour, string>;
  probe.remove();
  return palette;
}

let current: ReadonlySignal<Palette> | undefined;

/** The page's palette; it changes with the reader's choice of theme and with the system's. */
export function pagePalette(): ReadonlySignal<Palette> {
  if (current !== undefined) return current;
  const palette = signal(readPalette());
  const read = (): void => {
    palette.value = readPalette();
  };
  new MutationObserver(read).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)'])
    matchMedia(query).addEventListener('change', read);
  current = palette;
  return palette;
}
