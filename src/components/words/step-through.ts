/** Words of what opens a timeline. They are part of a page; those of the timeline itself come with it. */
export const stepThroughWords = {
  open: 'Step through',
  close: 'Close the timeline',
  loading: 'Loading the timeline…',
  failed: (why: string) => `The timeline could not be loaded: ${why}. Reload the page to try again.`,
} as const;
