/** The site: static, of lessons in MDX and Preact islands, at home under any path (src/layouts/static-site.ts says how). */
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { staticSite } from './src/layouts/static-site.ts';
import { codeTheme } from './src/styles/code-theme.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [preact(), mdx(), staticSite()],
  markdown: { shikiConfig: { theme: codeTheme } },
  vite: {
    // What is read while the site is built and never reaches a page: native code, or big.
    ssr: { external: ['esbuild', 'acorn', 'magic-string'] },
    worker: { format: 'es' },
    // What only the compiler's worker and the diff import is found late in `npm run dev`, which would reload the page under an author's hands.
    optimizeDeps: {
      include: [
        'acorn',
        'acorn-walk',
        'magic-string',
        '@jridgewell/trace-mapping',
        'esbuild-wasm/esm/browser.js',
        '@codemirror/merge',
      ],
    },
    build: {
      target: 'es2022',
      rolldownOptions: {
        // Astro marks each MDX module with a directive of its own and has read it before the bundler warns of it.
        onLog: (level, log, report) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
        },
      },
    },
    // Addresses in scripts and styles are relative to the file that holds them.
    experimental: { renderBuiltUrl: () => ({ relative: true }) },
  },
});
