/** Who may import whom: each row of the table in ARCHITECTURE.md is one rule, and says why when it bites. */

/** `folder` may import only what matches one of `allowed` (and npm packages, unless `packages` is false). */
const only = (folder, allowed, comment, { packages = true } = {}) => ({
  name: `${folder.replaceAll('/', '-')}-imports`,
  severity: 'error',
  comment,
  from: { path: `^src/${folder}/` },
  to: {
    pathNot: [
      `^src/${folder}/`,
      ...allowed.map((path) => `^src/${path}`),
      ...(packages ? ['node_modules', '^(node:)?[a-z_/-]+$'] : []),
    ],
  },
});

export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A circle means that two files are one concept.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans-of-tools',
      severity: 'error',
      comment: 'Nobody imports tests or tools.',
      from: { path: '^src' },
      to: { path: '^(tests|tools)/' },
    },
    {
      name: 'faces-only',
      severity: 'error',
      comment: 'A folder is entered through its index.ts (or a named entry), so that what is behind it may change.',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: '^src/(runtime|stdlib|record|loading|compiler|grader|course|playback)/',
        pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$', '^src/compiler/(client|node|worker)\\.ts$'],
      },
    },
    only('runtime', [], 'The runtime imports nothing: it is asyncio, not a host.', { packages: false }),
    only('stdlib', ['runtime/index\\.ts'], 'The modules around asyncio know the runtime’s face only.', { packages: false }),
    only('record', ['runtime/index\\.ts'], 'The record observes the runtime through its face.'),
    only('loading', [], 'Whoever loads a big file knows nothing of what it is.'),
    only('compiler', ['loading/index\\.ts'], 'The compiler names the runtime’s helpers, no more.'),
    only(
      'grader',
      ['record/index\\.ts', 'runtime/index\\.ts', 'course/index\\.ts', 'compiler/index\\.ts'],
      'The grader judges records.',
    ),
    only('playback', ['record/index\\.ts'], 'Playback reads records, and knows nothing of the screen.'),
    only(
      'python',
      ['record/index\\.ts', 'loading/index\\.ts', 'sandbox/(frame|job|parse|protocol)\\.ts'],
      'Real CPython answers with a record, through the same border as the sandbox.',
    ),
    only('course', [], 'Lessons and exercises know zod and nothing of the screen.'),
    only(
      'sandbox',
      ['runtime/index\\.ts', 'stdlib/index\\.ts', 'record/index\\.ts', 'grader/index\\.ts', 'compiler/index\\.ts'],
      'The sandbox puts the parts together, through their faces.',
    ),
    {
      name: 'sandbox-outside',
      severity: 'error',
      comment:
        'The outside of the sandbox never loads what runs inside it: the page would pay for it, and the wall would have a door.',
      from: { path: '^src/sandbox/(page|frame|job|protocol|parse)\\.ts$' },
      to: { path: '^src/(runtime|stdlib|grader)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'components-imports',
      severity: 'error',
      comment: 'What the reader sees knows the course, the outside of the sandbox, and types.',
      from: { path: '^src/(components|layouts|pages)/' },
      to: {
        path: '^src/(runtime|stdlib)/|^src/sandbox/(inside|worker|node|modules|console)|^src/(grader|record)/',
        dependencyTypesNot: ['type-only'],
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.mjs', '.js', '.astro'] },
    exclude: { path: '^(dist|\\.astro)/' },
  },
};
