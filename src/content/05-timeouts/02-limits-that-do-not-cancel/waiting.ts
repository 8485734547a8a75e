import { createTask, run, sleep, wait } from 'asyncio';

async function download(name: string, seconds: number) {
  await sleep(seconds);
  return name;
}

async function main() {
  const tasks = [createTask(download('short', 1)), createTask(download('long', 3))];
  const [done, pending] = await wait(tasks, { timeout: 2 });
  console.log(
    'done:',
    tasks.filter((task) => done.has(task)).map((task) => task.result()),
  );
  console.log('pending:', pending.size);
  console.log('later:', await tasks[1]);
}

run(main());
