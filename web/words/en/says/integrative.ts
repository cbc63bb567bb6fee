/** What the server and the form say about an integrative plan. */
export const says = {
  kind: 'Choose what kind it is.',
  what: { words: 'What is planned', owner: 'Who looks after it' },
  tooMany: 'At most 40 items fit on one plan.',
  empty: 'The plan has no items yet. Add one.',
  twice: 'An item stands on the plan twice.',
  why: 'Say why the plan changes.',
  past: 'This day has passed. Choose the day of the next look.',
  meanwhile: (by: string, number: number) => `${by} has signed version ${number} in the meantime. Read it first.`,
} as const
