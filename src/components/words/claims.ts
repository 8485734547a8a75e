/** The words of the page that holds the notes against CPython. */
export const claimsWords = {
  title: 'What the notes say, and what is true',
  lead: 'Every sentence of the five notes that claims something, held against CPython 3.14. The lessons take each of them up.',
  note: (number: string) => `Note ${number}`,
  head: { says: 'The note says', verdict: 'Verdict', truth: 'What is true', lessons: 'Lesson' },
  verdict: {
    right: 'right',
    imprecise: 'imprecise',
    wrong: 'wrong',
    dated: 'dated',
    typo: 'slip of the pen',
    opinion: 'opinion',
    open: 'open',
  },
  toCome: (number: string) => `${number}, to come`,
  link: 'What the notes say, and what is true',
} as const;
