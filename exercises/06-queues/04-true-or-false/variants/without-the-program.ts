// The program that was there to try things out is gone.
export const answers = { busy: true, tasks: true, wakes: true, blocks: false, lost: false, threads: false };
