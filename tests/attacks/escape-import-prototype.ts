// tries: to import names that every object has
// must: end refused or raised ImportError
// must: say cannot import name
import { constructor, __proto__, hasOwnProperty } from 'asyncio';

console.log(constructor('return process')(), __proto__, hasOwnProperty);
