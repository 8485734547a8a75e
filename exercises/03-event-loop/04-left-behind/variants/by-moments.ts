// What is printed when, for each program, read off in order.
import { createTask, run, sleep } from 'asyncio';

async function backup(): Promise<void> {
  try {
    console.log('backup begins');
    await sleep(3);
    console.log('backup ends');
  } catch (error) {
    console.log('backup is cancelled');
    throw error;
  }
}

async function hurried(): Promise<void> {
  createTask(backup());
  console.log('main returns');
}

async function patient(): Promise<void> {
  createTask(backup());
  await sleep(1);
  console.log('main returns');
}

run(hurried());
run(patient());

type Moment = readonly [order: number, line: string];

function readOff(moments: Moment[]): string[] {
  return moments.sort(([a], [b]) => a - b).map(([, line]) => line);
}

export const hurriedLines = readOff([
  [2, 'backup begins'],
  [1, 'main returns'],
  [3, 'backup is cancelled'],
]);
export const patientLines = readOff([
  [1, 'backup begins'],
  [2, 'main returns'],
  [3, 'backup is cancelled'],
]);
const sleepOfMain = { hurried: 0, patient: 1 };
export const hurriedSeconds: number = sleepOfMain.hurried;
export const patientSeconds: number = sleepOfMain.patient;
