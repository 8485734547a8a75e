import { createTask, run, sleep } from 'asyncio';

async function archive(report: string) {
  console.log('archive: begins');
  await sleep(3);
  console.log('archive: has it');
}

async function main() {
  const task = createTask(archive('report'));
  await sleep(1);
  console.log('main: the report is written');
  return 'done';
}

console.log('run gives:', run(main()));
