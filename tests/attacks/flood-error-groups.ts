// tries: to end with errors in errors in errors, thousands of them
// must: end raised ExceptionGroup
import { ExceptionGroup } from 'asyncio';

let group: Error = new Error('the first');
for (let i = 0; i < 2000; i += 1) group = new ExceptionGroup('g'.repeat(1000), Array(50).fill(group));
throw group;
