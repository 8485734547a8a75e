/** The record's face. */
export * from './record.ts';
