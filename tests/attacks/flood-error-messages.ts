// tries: to end with a message of a hundred million characters
// must: end raised Error
/* eslint-disable -- hostile on purpose */
// @ts-nocheck
throw new Error('x'.repeat(1e8));
