// tries: to pass with objects that compare as equal, convert as it suits and claim every class
// must: be judged failed or error by coroutines/classify
class Everything {
  static [Symbol.hasInstance]() {
    return true;
  }
  toString = () => 'coroutine';
  valueOf = () => 'future';
  [Symbol.toPrimitive] = () => 'other';
  equals = () => true;
  asymmetricMatch = () => true;
  $$typeof = Symbol.for('jest.asymmetricMatcher');
}
export function classify() {
  return new Everything();
}
