/**
 * `npm run new -- chapter|lesson|exercise|loop NAME`: lays out the files of a new part of the course, says what it wrote and what comes next. Exit code 2 when it
 * cannot be made, with one line that says why.
 */
import { parseArgs } from 'node:util';
import { REPOSITORY } from './check/course.ts';
import { didYouMean } from './check/nearest-known.ts';
import { newChapter, newExercise, newLesson, newLoop, Refused, type LaidOut } from './new/lay-out.ts';

const USAGE = `Usage: npm run new -- chapter NAME            such as coroutine-tricks
       npm run new -- lesson CHAPTER/NAME     such as tasks/names
       npm run new -- exercise CHAPTER/NAME   such as tasks/fetch-some
       npm run new -- loop CHAPTER/NAME       an exercise in which the reader plays the event loop

Lays out the files of a new chapter, lesson or exercise at the end of the course or of its chapter. Names are ids: numbers come by themselves.`;

const MAKERS: Readonly<Record<string, (root: string, name: string) => LaidOut>> = {
  chapter: newChapter,
  lesson: newLesson,
  exercise: newExercise,
  loop: newLoop,
};

function asked(): LaidOut {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) {
    console.log(USAGE);
    process.exit(0);
  }
  const [kind, name, ...more] = positionals;
  if (kind === undefined) throw new Refused('what is to be made? npm run new -- chapter|lesson|exercise|loop NAME');
  const make = Object.hasOwn(MAKERS, kind) ? MAKERS[kind] : undefined;
  if (make === undefined) throw new Refused(`'${kind}' is nothing that can be made; ${didYouMean(kind, Object.keys(MAKERS))}`);
  if (name === undefined)
    throw new Refused(`the ${kind} has no name; npm run new -- ${kind} ${kind === 'chapter' ? 'NAME' : 'CHAPTER/NAME'}`);
  if (more.length > 0)
    throw new Refused(
      `expected one name, received ${more.length + 1}: ${[name, ...more].join(', ')}; join its words with hyphens`,
    );
  return make(REPOSITORY, name);
}

try {
  const { files, next } = asked();
  for (const file of files) console.log(`wrote ${file}`);
  console.log(`\nNext:\n${next.map((step, index) => `${index + 1}. ${step}`).join('\n')}`);
} catch (error) {
  const isArgument = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (!(error instanceof Refused || isArgument)) throw error;
  console.error(`new: ${error.message}`);
  process.exitCode = 2;
}
