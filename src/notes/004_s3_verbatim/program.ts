import * as asyncio from 'asyncio';

// does nothing but returns the function's address
// @ts-expect-error: there is no main
main();

// starts event loop and runs the coroutine
// @ts-expect-error: there is no main
asyncio.run(main());

// make coroutine to run concurrently
// @ts-expect-error: of what?
asyncio.createTask();

// another way to run multiple coroutines concurrently, allows chaining
// runs awaitable objects in the aws sequence concurrently
// neatly puts a collection of routines (futures) into a single future i.e. waits for all of them to be completed
asyncio.gather();
