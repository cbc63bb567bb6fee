import { counted } from '../words.ts'

/** The session room and the board beside what a session itself says: who watches whom. */
export const roomWords = {
  watching: {
    title: 'Who watches whom',
    watches: (name: string, count: number) => `${name} watches ${count}`,
    ofLimit: (name: string, count: number, limit: number) => `${name} watches ${count} of at most ${limit}`,
    beyond: (count: number, limit: number) => `${count - limit} more than this clinic allows one person`,
    nobody: 'Nobody is watched at this moment.',
    notSet: 'Most patients per person: not set by this clinic.',
    limit: (limit: number) => `This clinic allows one person at most ${counted(limit, 'patient')} at once.`,
    reason: 'Why more patients at once than the clinic allows',
    notKnown: 'How many patients each person watches is not known at this moment.',
  },
} as const
