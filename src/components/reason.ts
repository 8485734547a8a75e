/** What an error says, in words for the reader; of anything else that was thrown, what it is. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
