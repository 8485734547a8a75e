/** Runs the program of the task and holds the reader's two predictions against it. */
import { expect, run, test } from 'grader';
import { gather, Queue } from 'asyncio';

async function producer(queue: Queue<number>): Promise<void> {
  for (const item of [1, 2, 3, 4]) {
    await queue.put(item);
    console.log(`put ${item}`);
  }
}

async function consumer(name: string, queue: Queue<number>): Promise<void> {
  for (let n = 0; n < 2; n += 1) {
    const item = await queue.get();
    console.log(`${name} got ${item}`);
  }
}

async function main(): Promise<void> {
  const queue = new Queue<number>();
  await gather(producer(queue), consumer('A', queue), consumer('B', queue));
}

const shown = (lines: unknown): string => (Array.isArray(lines) ? lines.map(String).join(' / ') : String(lines));

function aboutPrinted(answer: unknown, truth: readonly string[]): string {
  if (Array.isArray(answer) && answer.length === 0) return '`printed` is still empty: write the lines into it, in order.';
  const did = `It printed: ${shown(truth)}`;
  if (!Array.isArray(answer)) return `${did}. \`printed\` is not a list of lines.`;
  const lines = answer.map(String);
  const puts = lines.filter((line) => line.startsWith('put'));
  if (lines[0]?.includes('got') === true)
    return `${did}. You let a consumer get an item before one was there: gather starts the producer first.`;
  if (puts.length === 4 && shown(lines.slice(0, 4)) !== shown(puts))
    return `${did}. You let others run between two puts: the producer never suspends, because the queue always has room. It puts all first.`;
  if (lines.includes('B got 2'))
    return `${did}. You let A and B take turns: A never suspends either, because the queue is not empty. It gets both of its items.`;
  if (lines.length !== truth.length) return `${did}. You predicted ${lines.length} lines, and there are ${truth.length}.`;
  return `You predicted: ${shown(lines)}. ${did}.`;
}

function aboutTurns(answer: unknown, truth: number): string {
  if (answer === -1) return '`turns` is still -1: write your prediction in its place.';
  if (answer === 4 || answer === 5)
    return `The producer was given control ${truth} time. An \`await\` that has nothing to wait for goes straight on: no \`put\` suspended.`;
  return `You predicted ${String(answer)}. The producer was given control ${truth} time, and ran through.`;
}

test('the predicted lines are those that are printed', ({ program }) => {
  const truth = run(() => main()).output.map((line) => line.text);
  expect(program.printed).toEqual(truth, aboutPrinted(program.printed, truth));
});

test('the predicted number of turns is that of the producer', ({ program }) => {
  const { events, tasks } = run(() => main());
  const name = tasks.find(({ coroutine }) => coroutine === 'producer')?.name;
  const truth = events.filter(({ ev, task }) => (ev === 'task.start' || ev === 'task.resume') && task === name).length;
  expect(program.turns).toBe(truth, aboutTurns(program.turns, truth));
});
