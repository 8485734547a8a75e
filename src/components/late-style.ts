/** Styles of what is loaded on demand. A style sheet that such a module imports outright would be linked in every page that might load it. */

const added = new Set<string>();

/** Puts a style sheet, imported as text with `?inline`, into the page; one that is there already is not put there again, and while a site is built there is no page. */
export function addStyle(css: string): void {
  if (typeof document === 'undefined' || added.has(css)) return;
  added.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
}
