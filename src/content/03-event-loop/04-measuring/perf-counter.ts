import * as time from 'time';

const start = time.perfCounter();
time.sleep(1.5); // do something
const end = time.perfCounter() - start;

console.log(`Program finished in ${end.toFixed(2)} seconds.`);
