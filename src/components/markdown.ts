/** Renders the course's own short texts in Markdown while the site is built. */
import { createMarkdownProcessor } from '@astrojs/markdown-remark';

const processor = createMarkdownProcessor({ syntaxHighlight: false });

/** One paragraph of Markdown as HTML, without the paragraph around it. */
export async function inlineMarkdown(text: string): Promise<string> {
  const { code } = await (await processor).render(text);
  return code.trim().replace(/^<p>([\s\S]*)<\/p>$/, '$1');
}
