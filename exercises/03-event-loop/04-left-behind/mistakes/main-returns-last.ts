// fails: the predicted lines of hurried are those that are printed
// fails: the predicted lines of patient are those that are printed
// says: main had returned by then
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

export const hurriedLines: string[] = ['backup begins', 'backup is cancelled', 'main returns'];
export const hurriedSeconds = 0;

export const patientLines: string[] = ['backup begins', 'backup is cancelled', 'main returns'];
export const patientSeconds = 1;
