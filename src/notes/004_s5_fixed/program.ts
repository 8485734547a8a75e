import { CancelledError, Future, InvalidStateError, run } from 'asyncio';

const bool = (value: boolean) => (value ? 'True' : 'False');

async function main() {
  const future = new Future<number>();
  console.log(`${bool(future.done())} ${bool(future.cancelled())}`);
  console.log(`cancel() -> ${bool(future.cancel())}`);
  console.log(bool(future.done()));
  console.log(bool(future.cancelled()));
  console.log(`cancel() again -> ${bool(future.cancel())}`);
  try {
    future.result();
  } catch (e) {
    if (!(e instanceof CancelledError)) throw e;
    // In Python no Exception is a CancelledError, so that `except Exception` lets it pass; JavaScript has errors of one kind only.
    console.log(`result() raises CancelledError(${e.message}) False`);
  }
  try {
    future.setResult(1);
  } catch (e) {
    if (!(e instanceof InvalidStateError)) throw e;
    console.log('set_result raises InvalidStateError');
  }
}

run(main());
