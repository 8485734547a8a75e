import { createTask, gather, run } from 'asyncio';

async function child(number: number) {
  console.log('child', number, 'runs');
  return number;
}

async function main() {
  console.log('by await:', await child(1));
  const task = createTask(child(2));
  console.log('a task is made');
  console.log('by create_task:', await task);
  console.log('by gather:', await gather(child(3), child(4)));
  console.log('by gather, of nothing:', await gather());
}

run(main());
