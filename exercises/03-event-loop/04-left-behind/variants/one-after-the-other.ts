// The lines of patient are those of hurried, in another order.
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

const [begins, cancelled, returns] = ['backup begins', 'backup is cancelled', 'main returns'];
export const hurriedLines: string[] = [returns, begins, cancelled];
export const patientLines: string[] = [begins, returns, cancelled];
export const [hurriedSeconds, patientSeconds] = [0, 1];
