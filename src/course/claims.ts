/** What the notes say, sentence by sentence, and what is true: the schema of src/content/claims.yaml. For the build and the tests. */
import { z } from 'zod';

/** `imprecise` is true with a condition that the note leaves out; `open` is no claim: a link, a to-do. */
const VERDICTS = ['right', 'imprecise', 'wrong', 'dated', 'typo', 'opinion', 'open'] as const;

export const claimSchema = z
  .strictObject({
    id: z
      .string()
      .regex(/^\d{3}-\d+$/)
      .describe('the note’s number and the claim’s, such as 000-11'),
    says: z.string().min(1).describe('what the note says, in Markdown'),
    verdict: z.enum(VERDICTS),
    truth: z.string().min(1).optional().describe('what is to be said to it, in Markdown; absent where nothing is'),
    lessons: z
      .array(z.string().regex(/^\d+\.\d+$/))
      .describe('the places in the course that answer it, such as 2.2; also of lessons to come'),
  })
  .describe('one claim of the notes');

export type Claim = z.infer<typeof claimSchema>;
