/** What the server and the form say about an integrative plan. */
export const says = {
  kind: 'Choose the type.',
  what: { words: 'What is planned', owner: 'Who is responsible' },
  tooMany: 'At most 40 items fit on one plan.',
  empty: 'The plan has no items yet. Add one.',
  twice: 'An item is on the plan twice.',
  why: 'Give a reason for the change.',
  past: 'This date has passed. Choose the next review date.',
  meanwhile: (by: string, number: number) => `${by} has signed version ${number} in the meantime. Read it first.`,
} as const
