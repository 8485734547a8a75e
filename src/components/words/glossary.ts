/** The words of the glossary's page. */
export const glossaryWords = {
  title: 'Glossary',
  lead: 'The terms of the course, as Python’s documentation uses them. Each leads back to the lesson that explains it.',
  also: (others: readonly string[]) => `also: ${others.join(', ')}`,
  explained: 'Explained in',
  trained: 'Comes up in',
  link: 'Glossary',
} as const;
