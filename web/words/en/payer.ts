import { counted } from '../words.ts'

/** The text that a payer asks for, and how it leaves. */
export const payerWords = {
  title: 'For the payer',
  text: 'The text',
  textHint:
    'Written from the record. Change it before you copy it. Copying it for a payer is written down, word for word.',
  payer: 'Which payer is it for?',
  noPayer: 'No payer is named. It leaves only under a release to one, for payment.',
  toReleases: 'To the releases',
  notYours: 'A prescriber or a monitor copies it.',
  substanceUse: 'Does anything in it say something about substance use or its treatment?',
  substanceUseHint: 'Yes needs a Part 2 consent for this payer.',
  answers: { yes: 'Yes', no: 'No' },
  looked: 'These words stand in it',
  lookedHint: 'Tick each that you looked at and that is not about this patient’s use of a substance or its treatment.',
  takeFromRecord: 'Take what the record says now',
  copy: 'Copy for this payer',
  copied: 'Copied, and written down.',
  notCopied: 'Written down. This browser does not copy: mark the text and copy it by hand.',
  taken: (count: number) => `Copied for a payer ${counted(count, 'time')}`,
  takenLine: (to: string, by: string, when: string) => `${to}: ${by}, ${when}`,
} as const
