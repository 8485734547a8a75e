/** Type-aware lint, strictest, no warnings. Every exception carries its reason. */
import astro from 'eslint-plugin-astro';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.astro/', 'public/', 'test-results/', 'tests/fixtures/', '.cache/'] },
  // What learners write is judged by `npm run check` and by its types: starters are unfinished, mistakes wrong on purpose, variants as people write, and the
  // listings and the conformance cases say line by line what the Python beside them says.
  {
    ignores: [
      'exercises/**/{starter,solution}.ts',
      'exercises/**/{mistakes,variants}/**',
      'src/content/**/*.ts',
      'src/notes/*/program.ts',
      'tests/conformance/*/*/program.ts',
      'tests/attacks/*-*.ts',
    ],
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      eqeqeq: 'error',
      'no-console': 'off',
    },
  },
  {
    // The runtime knows the language and nothing else: neither a clock nor a host, nor the one scheduler it must not use.
    files: ['src/runtime/**/*.ts', 'src/stdlib/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...[
          'Promise',
          'setTimeout',
          'setInterval',
          'setImmediate',
          'queueMicrotask',
          'Date',
          'performance',
          'process',
          'window',
          'document',
          'self',
          'console',
          'fetch',
        ].map((name) => ({
          name,
          message: 'The runtime is exact: it knows no clock, no DOM and no Promise (design, decision 1 and 2).',
        })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The runtime is exact: nothing in it is random.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':function[async=true]',
          message: 'Native async resumes on the host’s microtask queue, which no loop can order (design, decision 1).',
        },
        {
          selector: 'AwaitExpression',
          message: 'Native await resumes on the host’s microtask queue, which no loop can order (design, decision 1).',
        },
      ],
    },
  },
  {
    // A hidden test handles a learner's program, which may export anything: what it gives is `any`, and the matchers judge it.
    files: ['exercises/**/tests.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      // The programs that a test holds beside the learner's are about just this: coroutines that nobody awaits, and ones that await nothing.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    // A program whose loop the reader plays: one that never suspends is what some of them are about.
    files: ['exercises/**/program.ts'],
    rules: { '@typescript-eslint/require-await': 'off' },
  },
  ...astro.configs.recommended,
  { files: ['**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
