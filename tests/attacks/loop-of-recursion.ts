// tries: to call itself for ever
// must: end raised RangeError or raised InternalError
// must: say calls itself
function deeper(): number {
  return deeper() + 1;
}
deeper();
