// tries: to end with an error whose class has a name of ten million characters
// must: end raised anything
// must: say nnnn
const name = 'n'.repeat(1e7);
const Odd = { [name]: class extends Error {} }[name];
throw new Odd('boom');
