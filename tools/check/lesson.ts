/** A lesson on disk, read by the parser that builds it: where it stands, what it names, and what does not parse. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { parse } from 'acorn';
import { mdxToJs, mdxToMdast, type MdastNode } from 'satteri';
import { exercisesUsedIn, placeOf } from '../../src/course/index.ts';
import { lessonSchema } from '../../src/course/schemas.ts';
import type { Complaint } from './complaint.ts';
import type { SourceFile } from './exercise.ts';
import { readFrontMatter } from './front-matter.ts';

/** Something that a lesson names, and where. */
export interface Named {
  readonly id: string;
  /** From 1. */
  readonly line: number;
}

/** A `<Predict>` of a lesson: what its author gave. What is missing or no plain value is left out. */
export interface UsedPrediction {
  readonly line: number;
  /** Absolute path of the program's file. */
  readonly program?: string;
  readonly file?: string;
  readonly asks?: string;
  readonly each: boolean;
  readonly at?: number;
}

export interface Lesson {
  readonly file: SourceFile;
  /** `tasks/gather`; undefined when the file does not stand where lessons do. */
  readonly id: string | undefined;
  /** Empty when it has none. */
  readonly title: string;
  readonly concepts: readonly string[];
  /** False when the text does not parse; then little is known of what it names. */
  readonly isParsed: boolean;
  /** The exercises that it uses, as often as it does. */
  readonly uses: readonly Named[];
  /** The components that it uses, by the names that it gives them. */
  readonly components: readonly Named[];
  readonly predictions: readonly UsedPrediction[];
  /** Where its links inside the course lead. */
  readonly links: readonly Named[];
  /** The files that it imports, as it names them. */
  readonly imports: readonly Named[];
  /** Names that its imports and exports give, and its uses of names as a component's property: `python={nineRequests}`. */
  readonly names: { readonly given: readonly string[]; readonly used: readonly Named[] };
  readonly complaints: readonly Complaint[];
}

/** Where lessons lie: the pattern of `src/content.config.ts`. What does not fit it is not built. */
const PLACE = /^\d[^/]*\/\d[^/]*\.mdx$/;

/** The lessons under `root/src/content`, in the order of their paths. */
export function readLessons(root: string): Lesson[] {
  const base = join(root, 'src', 'content');
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.mdx'))
    .sort()
    .map((path) => readLesson(root, path, { path: join(base, path), text: readFileSync(join(base, path), 'utf8') }));
}

function readLesson(root: string, place: string, file: SourceFile): Lesson {
  const complaints: Complaint[] = [];
  const complain = (line: number, what: string, advice: string): void =>
    void complaints.push({ file: file.path, line, what, advice, stopsBuild: true });
  let id: string | undefined;
  try {
    if (!PLACE.test(place)) complain(1, 'no page is made of it: it does not lie at NN-chapter/NN-lesson.mdx', 'move it there');
    else ({ id } = placeOf(relative(root, file.path).split(sep).join('/')));
  } catch (error) {
    complain(1, messageOf(error).replace(/^.*?: /, ''), 'rename it');
  }
  const { data, raw, complaints: inFrontMatter } = readFrontMatter(file, lessonSchema);
  complaints.push(...inFrontMatter);
  const text = parsed(file.text);
  if (text.error !== undefined) complain(text.error.line, `does not parse: ${text.error.message}`, text.error.advice);
  const names = namesIn(text.tree, file.path, complain);
  // A lesson that is broken still teaches and uses what it says: its exercises are not to blame.
  const uses = text.tree === undefined ? exercisesUsedIn(file.text).map((used) => ({ id: used, line: 1 })) : names.uses;
  return {
    file,
    id,
    title: data?.title ?? '',
    concepts: conceptsIn(raw),
    isParsed: text.tree !== undefined,
    ...names,
    uses,
    complaints,
  };
}

function conceptsIn(raw: unknown): string[] {
  const concepts: unknown = typeof raw === 'object' && raw !== null && 'concepts' in raw ? raw.concepts : [];
  return Array.isArray(concepts) ? concepts.filter((each) => typeof each === 'string') : [];
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The tree of a text, without what is in it when it does not parse. */
function parsed(text: string): {
  readonly tree?: MdastNode;
  readonly error?: { readonly line: number; readonly message: string; readonly advice: string };
} {
  try {
    mdxToJs(text); // reads the imports too
    return { tree: mdxToMdast(text) };
  } catch (error) {
    const [, line, rest] = /^(\d+):\d+: (.*?)(?: \([a-z-]+:[a-z-]+\))?$/s.exec(messageOf(error)) ?? [];
    const [, message = '', note = ''] = /^(.*?)(?: \(note: (.*)\))?$/s.exec(rest ?? messageOf(error)) ?? [];
    const advice = note.includes('comment') ? note : 'close what is open; { and < that are text stand in `…`';
    return { error: { line: Number(line ?? 1), message, advice } };
  }
}

type Names = Pick<Lesson, 'uses' | 'components' | 'predictions' | 'links' | 'imports' | 'names'>;

/** What a `<Compare>` must be given. */
const COMPARE = [
  { attribute: 'left', advice: 'left={text}, imported with ?raw' },
  { attribute: 'leftTitle', advice: 'leftTitle="…", what it does in a few words' },
  { attribute: 'right', advice: 'right={text}, imported with ?raw' },
  { attribute: 'rightTitle', advice: 'rightTitle="…", what it does in a few words' },
  { attribute: 'file', advice: 'file="name.ts", the name of both in errors and in links' },
] as const;

/** Walks over the text, comments and code left out. */
function namesIn(
  tree: MdastNode | undefined,
  path: string,
  complain: (line: number, what: string, advice: string) => void,
): Names {
  const uses: Named[] = [];
  const components: Named[] = [];
  const predictions: (() => UsedPrediction)[] = [];
  const links: Named[] = [];
  const imports: Named[] = [];
  const given: string[] = [];
  const used: Named[] = [];
  const sources = new Map<string, string>();
  const visit = (node: MdastNode): void => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'mdxjsEsm') readEsm(node.value, line);
    else if (node.type === 'link' && !/^[a-z]+:/.test(node.url)) links.push({ id: node.url, line });
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const { name, attributes } = node;
      if (name !== null && /^[A-Z]/.test(name)) components.push({ id: name, line });
      for (const attribute of attributes) {
        const value = attribute.type === 'mdxJsxAttribute' ? attribute.value : undefined;
        if (
          typeof value === 'object' &&
          value !== null &&
          /^[\w$]+$/.test(value.value) &&
          !/^(\d|true$|false$|null$|undefined$)/.test(value.value)
        )
          used.push({ id: value.value, line });
      }
      // An import may stand below its use.
      if (name === 'Predict') predictions.push(() => ({ line, ...predictionIn(attributes, sources) }));
      if (name === 'Compare') {
        const lacks = COMPARE.filter(({ attribute }) => !attributes.some((each) => 'name' in each && each.name === attribute));
        for (const { attribute, advice } of lacks) complain(line, `<Compare> has no ${attribute}`, `write ${advice}`);
      }
      if (name === 'Exercise') {
        const id = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'id')?.value;
        if (typeof id === 'string') uses.push({ id, line });
        else complain(line, '<Exercise> does not name its exercise', 'write <Exercise id="chapter/name" />');
      }
    }
    if ('children' in node) node.children.forEach(visit);
  };
  const readEsm = (value: string, line: number): void => {
    try {
      for (const statement of parse(value, { ecmaVersion: 'latest', sourceType: 'module', locations: true }).body) {
        const at = line + (statement.loc?.start.line ?? 1) - 1;
        if (statement.type === 'ImportDeclaration') {
          const source = String(statement.source.value);
          imports.push({ id: source, line: at });
          for (const { local } of statement.specifiers)
            sources.set(local.name, resolve(dirname(path), source.replace(/\?.*$/, '')));
          given.push(...statement.specifiers.map(({ local }) => local.name));
        } else if (statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration')
          given.push(...statement.declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : [])));
      }
    } catch {
      given.push('*'); // what acorn cannot read (JSX, types), the parser of the build has read
    }
  };
  if (tree !== undefined) visit(tree);
  return { uses, components, predictions: predictions.map((read) => read()), links, imports, names: { given, used } };
}

type Attributes = Extract<MdastNode, { type: 'mdxJsxFlowElement' }>['attributes'];

/** What a `<Predict>` is given. `sources`: the files that names stand for. */
function predictionIn(attributes: Attributes, sources: ReadonlyMap<string, string>): Omit<UsedPrediction, 'line'> {
  const given = new Map(
    attributes.flatMap((each) => (each.type === 'mdxJsxAttribute' ? [[each.name, each.value] as const] : [])),
  );
  const expression = (name: string): string | undefined => {
    const value = given.get(name);
    return typeof value === 'object' && value !== null ? value.value.trim() : undefined;
  };
  const plain = (name: string): string | undefined => {
    const value = given.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const [program, file, asks, at] = [sources.get(expression('program') ?? ''), plain('file'), plain('asks'), expression('at')];
  return {
    ...(program === undefined ? {} : { program }),
    ...(file === undefined ? {} : { file }),
    ...(asks === undefined ? {} : { asks }),
    ...(at !== undefined && /^\d+$/.test(at) ? { at: Number(at) } : {}),
    each: given.has('each') && expression('each') !== 'false',
  };
}
