import { Future } from 'asyncio';

const future = new Future();
future.cancel();
console.log(future.done() ? 'True' : 'False');
console.log(future.cancelled() ? 'True' : 'False');

// False
// True
