import { awaitSymbol, getRunningLoop, run, type Future } from 'asyncio';

class Parcel {
  arrival: Future<string>;

  constructor(what: string, seconds: number) {
    const loop = getRunningLoop();
    this.arrival = loop.createFuture();
    loop.callLater(seconds, () => this.arrival.setResult(what));
  }

  hasCome() {
    return this.arrival.done();
  }

  *[awaitSymbol]() {
    console.log('somebody waits for the parcel');
    const what = yield* this.arrival[awaitSymbol]();
    return `a parcel with ${what}`;
  }
}

async function main() {
  const parcel = new Parcel('tea', 2);
  console.log('it has come:', parcel.hasCome());
  console.log(await parcel);
  console.log('it has come:', parcel.hasCome());
  console.log(await parcel);
}

run(main());
