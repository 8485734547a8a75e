/** The learner's standard library beside `asyncio`: one object per module. */
export * as random from './random.ts';
export * as time from './time.ts';
