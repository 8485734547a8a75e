/** The learner's standard library beside `asyncio`: one object per module, and what they share with programs without exporting it. */
export * as concurrent from './concurrent.ts';
export * as contextvars from './contextvars.ts';
export * as random from './random.ts';
export * as time from './time.ts';
export * as network from './network.ts';
export * as requests from './requests.ts';
export * as httpx from './httpx.ts';
export { hiddenClasses } from './hidden-classes.ts';
