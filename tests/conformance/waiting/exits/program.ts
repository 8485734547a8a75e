import { asCompleted, createTask, FIRST_COMPLETED, gather, run, shield, sleep, wait, waitFor } from 'asyncio';
import type { Awaitable } from 'asyncio';

async function child(turns: number) {
  for (let i = 0; i < turns; i += 1) {
    await sleep(0);
  }
  console.log('child ends');
}

async function waiter(name: string, awaitable: Awaitable<unknown>) {
  await awaitable;
  console.log(`${name} goes on`);
}

async function main() {
  for (let turns = 0; turns < 3; turns += 1) {
    const task = createTask(child(turns));
    const others = [
      waiter('await', task),
      waiter('gather', gather(task)),
      waiter('shield', shield(task)),
      waiter('wait', wait([task])),
      waiter('wait first', wait([task], { returnWhen: FIRST_COMPLETED })),
      waiter('wait_for', waitFor(task, 5)),
      waiter('wait_for shield', waitFor(shield(task), 5)),
      waiter('as_completed', asCompleted([task]).next().value!),
    ];
    await gather(...others);
  }
  console.log('all done before');
  const done = createTask(child(0));
  await done;
  const others = [
    waiter('await', done),
    waiter('gather', gather(done)),
    waiter('shield', shield(done)),
    waiter('wait', wait([done])),
    waiter('wait_for', waitFor(done, 5)),
    waiter('wait_for at once', waitFor(done, 0)),
    waiter('as_completed', asCompleted([done]).next().value!),
  ];
  for (const other of others) {
    await other;
  }
}

run(main());
