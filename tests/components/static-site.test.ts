/** The last step of the build: addresses that work from any path, and a policy that names each inline script. */
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { inlineScripts, policy, withRelativeAddresses } from '../../src/layouts/static-site.ts';

describe('addresses', () => {
  test.each([
    ['<link rel="stylesheet" href="/assets/a.css">', '<link rel="stylesheet" href="../../assets/a.css">'],
    ['<script type="module" src="/assets/a.js"></script>', '<script type="module" src="../../assets/a.js"></script>'],
    [
      `<astro-island props='{"a":"x > y"}' component-url="/a.js" renderer-url="/b.js">`,
      `<astro-island props='{"a":"x > y"}' component-url="../../a.js" renderer-url="../../b.js">`,
    ],
    ['<a href="/">home</a>', '<a href="../../">home</a>'],
  ])('from the root become relative: %s', (html, relative) => {
    expect(withRelativeAddresses(html, '../../')).toBe(relative);
  });

  test.each([
    '<a href="https://docs.python.org/3/">',
    '<a href="//example.org/">',
    '<a href="../x/">',
    '<p>write href="/x" so</p>',
    '<code>&lt;a href="/x"&gt;</code>',
    '<a data-href="/x">',
  ])('of any other kind, and what only looks like one, stay: %s', (html) => {
    expect(withRelativeAddresses(html, '../')).toBe(html);
  });
});

describe('the policy', () => {
  const page = `<head><script>let a = 1;</script><script type="module">b()</script><script type="application/json">{"c":1}</script><script src="/d.js"></script></head>`;

  test('names each script that stands in the page by its hash, and nothing that is not run', () => {
    expect(inlineScripts(page)).toEqual(['let a = 1;', 'b()']);
    const scripts =
      policy(page)
        .split('; ')
        .find((directive) => directive.startsWith('script-src')) ?? '';
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(scripts.split(' ')).toEqual(['script-src', "'self'", "'wasm-unsafe-eval'", hash('let a = 1;'), hash('b()')]);
  });

  test('forbids everything that it does not name, and never allows evaluation or other places', () => {
    expect(policy(page)).toMatch(/^default-src 'none'/);
    expect(policy(page)).not.toMatch(/'unsafe-eval'|https?:|\*/);
    expect(policy(page)).not.toMatch(/script-src[^;]*'unsafe-inline'/);
  });
});
