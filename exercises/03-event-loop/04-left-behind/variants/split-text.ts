// One text for each program, taken apart.
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

export const hurriedLines = 'main returns/backup begins/backup is cancelled'.split('/');
export const hurriedSeconds: number = 3 - 3;
export const patientLines = 'backup begins/main returns/backup is cancelled'.split('/');
export const patientSeconds: number = hurriedSeconds + 1;
