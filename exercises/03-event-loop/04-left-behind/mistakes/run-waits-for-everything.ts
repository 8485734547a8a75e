// fails: the predicted lines of hurried are those that are printed
// fails: the predicted seconds of hurried are those that pass
// fails: the predicted lines of patient are those that are printed
// fails: the predicted seconds of patient are those that pass
// says: was never printed
// says: 3 s would be the whole backup
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

export const hurriedLines: string[] = ['main returns', 'backup begins', 'backup ends'];
export const hurriedSeconds = 3;

export const patientLines: string[] = ['backup begins', 'main returns', 'backup ends'];
export const patientSeconds = 3;
