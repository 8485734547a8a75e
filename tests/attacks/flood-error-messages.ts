// tries: to end with a message of a hundred million characters
// must: end raised Error
throw new Error('x'.repeat(1e8));
