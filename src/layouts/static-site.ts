/**
 * The last step of the build: makes each page work from any path of any static host, and gives it its policy.
 *
 * Keeps true: no address in a built page begins with `/`, and no script runs that the page's policy does not name by its hash or its place.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** The attributes in which Astro writes addresses. */
const ADDRESSES = 'href|src|component-url|renderer-url|before-hydration-url|data-root|data-runner|data-wasm';

/** A tag with its attributes; a `>` within quotes does not end it. */
const TAG = /<[a-z][^\s/>]*(?:\s+[^\s=>"']+(?:=(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*\s*\/?>/gi;

/** `html` with every address from the site's root made relative to a page that stands below `root`, such as `../../`. */
export function withRelativeAddresses(html: string, root: string): string {
  return html.replace(TAG, (tag) => tag.replace(new RegExp(`(\\s(?:${ADDRESSES})=["'])/(?!/)`, 'g'), `$1${root}`));
}

/** The inline scripts of a page that a browser would run. Data, such as JSON, is not run. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/gi)].flatMap(([, attributes = '', content = '']) => {
    const type = /\stype=["']?([^"'\s>]*)/i.exec(attributes)?.[1] ?? 'module';
    return /\ssrc=/i.test(attributes) || !/^(module|text\/javascript)$/.test(type) ? [] : [content];
  });
}

/** The page's policy: everything from this site, nothing from elsewhere; scripts by place or hash, the sandbox's frame, the compiler's worker. */
export function policy(html: string): string {
  const hashes = new Set(inlineScripts(html).map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`));
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${[...hashes].join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self' blob:",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** `html` with its policy as the first thing in its head, before anything that it governs. */
function withPolicy(html: string): string {
  return html.replace(
    /<head(\s[^>]*)?>/i,
    (head) => `${head}<meta http-equiv="Content-Security-Policy" content="${policy(html)}">`,
  );
}

/** What astro.config puts among its integrations. */
export function staticSite(): AstroIntegration {
  return {
    name: 'loopwise:static-site',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter(
          (path) => path.endsWith('.html') && !path.startsWith(`generated${sep}`),
        );
        for (const path of pages) {
          const file = join(dist, path);
          const depth = relative(dist, file).split(sep).length - 1;
          writeFileSync(
            file,
            withPolicy(withRelativeAddresses(readFileSync(file, 'utf8'), depth === 0 ? './' : '../'.repeat(depth))),
          );
        }
        logger.info(`${String(pages.length)} pages made relative, each with its policy`);
      },
    },
  };
}
