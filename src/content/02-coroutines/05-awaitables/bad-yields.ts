import { awaitSymbol, getRunningLoop, run, RuntimeError } from 'asyncio';

class OneTurn {
  *[awaitSymbol]() {
    yield;
    return 'one turn later';
  }
}

class YieldsANumber {
  *[awaitSymbol]() {
    yield 42;
  }
}

class YieldsAFuture {
  *[awaitSymbol]() {
    yield getRunningLoop().createFuture();
  }
}

class GivesANumber {
  [awaitSymbol]() {
    return 42;
  }
}

async function main() {
  for (const kind of [OneTurn, YieldsANumber, YieldsAFuture, GivesANumber]) {
    try {
      console.log(`${kind.name}: ${await new kind()}`);
    } catch (error) {
      if (!(error instanceof RuntimeError || error instanceof TypeError)) throw error;
      console.log(`${kind.name}: ${error.name}: ${error.message.split(' in task')[0]}`);
    }
  }
}

run(main());
