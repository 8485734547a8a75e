/**
 * The course's face for everybody, the page included: ids, chapters, outline, progress. What only a build needs (the schemas of the files, with the
 * whole of zod) is in `schemas.ts`, so that no page carries it.
 */
export { placeOf } from './ids.ts';
export { exercisesUsedIn, neighbours, outline, readingMinutes, type Outline } from './outline.ts';
export { conceptsOf } from './concepts.ts';
export { freshProgress, migrate, parseProgress, putAside, withAsides, type ExerciseProgress } from './progress-entry.ts';
export {
  exportProgress,
  FILE_LIMIT,
  parseProgressFile,
  planImport,
  type FileProblem,
  type ImportPlan,
  type ProgressFile,
} from './progress-file.ts';
export { createProgressStore, type ProgressStore, type Reading, type StorageLike, type Trouble } from './progress-store.ts';
