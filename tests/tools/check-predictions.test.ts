/** What `npm run check` says about predictions in lessons, before the build would: what they name, and whether the run of their program can be asked about. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beforeBuild } from '../../tools/check/before-build.ts';
import { inOneLine } from '../../tools/check/complaint.ts';
import { checkCourse } from '../../tools/check/course.ts';
import { layOut, type Course } from './broken-course.ts';

const TWO = "console.log('one');\nconsole.log('two');\n";
const GOOD = '<Predict title="Two" program={two} file="two.ts" asks="order" />';

interface Case {
  /** The name of its lesson. */
  readonly slug: string;
  readonly prediction: string;
  readonly program?: string;
  /** What is said about it, behind the line of the prediction; nothing when it is good. */
  readonly says?: RegExp;
}

const CASES: readonly Case[] = [
  { slug: 'order', prediction: GOOD },
  { slug: 'time', prediction: GOOD.replace('"order"', '"time"') },
  { slug: 'each', prediction: GOOD.replace('"order"', '"time" each') },
  { slug: 'not-each', prediction: GOOD.replace('"order"', '"time" each={false}') },
  {
    slug: 'no-program',
    prediction: GOOD.replace('program={two} ', ''),
    says: /^<Predict> has no program; write program=\{text\}/,
  },
  { slug: 'no-file', prediction: GOOD.replace('file="two.ts" ', ''), says: /^<Predict> does not name its file; / },
  {
    slug: 'other-file',
    prediction: GOOD.replace('"two.ts"', '"one.ts"'),
    says: /calls its program 'one\.ts', and shows 'two\.ts'; /,
  },
  {
    slug: 'no-question',
    prediction: GOOD.replace(' asks="order"', ''),
    says: /does not ask for order, time, next: asks is ''; /,
  },
  { slug: 'other-question', prediction: GOOD.replace('order', 'orders'), says: /asks is 'orders'; did you mean 'order'\?/ },
  {
    slug: 'raises',
    prediction: GOOD,
    program: `${TWO}throw new Error('no');\n`,
    says: /^the run of 'two\.ts' cannot be predicted: it ends with Error: no \(two\.ts:3\); let it run to its end$/,
  },
  {
    slug: 'silent',
    prediction: GOOD,
    program: 'export {};\n',
    says: /cannot be predicted: it prints nothing: there is no order to predict; let it print/,
  },
  { slug: 'silent-each', prediction: GOOD.replace('"order"', '"time" each'), program: 'export {};\n', says: /no times of lines/ },
  { slug: 'no-tasks', prediction: GOOD.replace('order', 'next'), says: /cannot be predicted: no task of it ever runs; / },
  { slug: 'no-moment', prediction: GOOD.replace('"order"', '"next" at={7}'), says: /there is no step 7; / },
];

/** The line of a prediction in its lesson. */
const LINE = 9;
const lessonOf = (slug: string, index: number): string => `src/content/01-demo/${String(index + 2).padStart(2, '0')}-${slug}`;

/** A course with a lesson for each case. */
function laidOut(cases: readonly Case[]): Course {
  const files = cases.flatMap(({ slug, prediction, program = TWO }, index) => {
    const lesson = lessonOf(slug, index);
    const front = '---\ntitle: Names\nsummary: Names of tasks.\nconcepts: [names]\n---\n';
    const source = `import two from './${lesson.split('/').at(-1) ?? ''}/two.ts?raw';`;
    return [[`${lesson}.mdx`, `${front}\n${source}\n\n${prediction}\n`] as const, [`${lesson}/two.ts`, program] as const];
  });
  return layOut([{ slug: 'good' }], Object.fromEntries(files));
}

let course: Course;
let lines: string[];
beforeAll(async () => {
  course = laidOut(CASES);
  lines = (await checkCourse(course.root)).complaints.map((complaint) => inOneLine(complaint, course.root));
}, 60_000);
afterAll(() => {
  course.remove();
});

/** The complaints about the prediction of one lesson. */
function about(slug: string): string[] {
  const place = `${lessonOf(slug, CASES.findIndex((each) => each.slug === slug))}.mdx:${String(LINE)}: `; // prettier-ignore
  return lines.filter((line) => line.startsWith(place)).map((line) => line.slice(place.length));
}

describe('a prediction', () => {
  test.each(CASES)('is judged by what its program does: $slug', ({ slug, says }) => {
    expect(about(slug)).toEqual(says === undefined ? [] : [expect.stringMatching(says)]);
  });

  test('that cannot be answered stops the build, in one line', async () => {
    const { root, remove } = laidOut([{ slug: 'silent', prediction: GOOD, program: 'export {};\n' }]);
    const said = (await beforeBuild(root)).map((complaint) => inOneLine(complaint, root));
    remove();
    expect(said).toEqual([expect.stringMatching(/silent\.mdx:9: the run of 'two\.ts' cannot be predicted: it prints nothing/)]);
  });
});
