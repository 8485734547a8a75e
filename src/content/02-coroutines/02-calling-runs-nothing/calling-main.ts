import { run } from 'asyncio';

async function main() {
  console.log('main runs');
}

// does nothing but returns the function's address
main();

// starts event loop and runs the coroutine
run(main());
