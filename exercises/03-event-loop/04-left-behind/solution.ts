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

export const hurriedLines: string[] = ['main returns', 'backup begins', 'backup is cancelled'];
export const hurriedSeconds = 0;

export const patientLines: string[] = ['backup begins', 'main returns', 'backup is cancelled'];
export const patientSeconds = 1;
