import { counted } from '../words.ts'

/** The session room and the board beside what a session itself says: who watches whom. */
export const roomWords = {
  saved: {
    asOf: (time: string) => `What the clinic had at ${time}. What others entered since then is not here yet.`,
    onlyInMemory: 'This browser cannot write entries down. Keep this page open until they are at the clinic.',
    mayReload:
      'Go on: entries are kept on this tablet, also when the page is closed, and go to the clinic by themselves.',
    mayNotReload:
      'Go on: entries are kept on this tablet. Do not close or reload this page; without a secure address (https) it does not open again until the clinic is reached.',
  },

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
