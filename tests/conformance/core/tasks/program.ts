import { allTasks, createTask, currentTask, gather, getRunningLoop, InvalidStateError, run, RuntimeError, sleep } from 'asyncio';

let balance = 0;

async function deposit(pause: boolean) {
  const before = balance;
  if (pause) {
    await sleep(0);
  }
  balance = before + 1;
}

async function who() {
  await sleep(0);
  return currentTask()!.getName();
}

async function spin(word: string, turns: number) {
  for (let turn = 0; turn < turns; turn += 1) {
    console.log(`${word}${turn}`);
    await sleep(0);
  }
}

const names = () =>
  [...allTasks()]
    .map((task) => task.getName())
    .sort()
    .join(' ');

async function main() {
  const loop = getRunningLoop();
  await gather(...Array.from({ length: 5 }, () => deposit(false)));
  console.log(balance);
  balance = 0;
  await gather(...Array.from({ length: 5 }, () => deposit(true)));
  console.log(balance);
  const named = createTask(who(), { name: '7' });
  const unnamed = createTask(who());
  console.log(`${named.getName()} ${unnamed.getName()}`);
  unnamed.setName('renamed');
  console.log(`${await named} ${await unnamed}`);
  console.log(`${await createTask(who())} ${await who()}`);
  loop.callSoon(() => console.log(`no task: ${currentTask() ?? 'None'}`));
  await sleep(0);
  const tasks = [...'abc'].map((word) => createTask(spin(word, 3), { name: word }));
  console.log(names());
  await tasks[2];
  console.log(names());
  const sleeps = [3, 1, 2, 0, -1, 1].map((seconds) => createTask(sleep(seconds, `${seconds}s`)));
  for (const task of sleeps) {
    console.log(`${await task} ${loop.time()}`);
  }
  const done = createTask(who());
  await done;
  const turn: string[] = [];
  loop.callSoon((word: string) => turn.push(word), 'callback');
  await done;
  turn.push('main');
  await sleep(0);
  console.log(turn.join(' '));
  for (const wrong of [5, who, undefined]) {
    try {
      createTask(wrong as never);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      console.log(error.message.split(', got')[0]);
    }
  }
  try {
    done.setResult('1' as never);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    console.log(error.message);
  }
  const pending = createTask(sleep(9));
  try {
    pending.result();
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    console.log(error.message);
  }
  try {
    pending.exception();
  } catch (error) {
    if (!(error instanceof InvalidStateError)) throw error;
    console.log(error.message);
  }
}

run(main());
