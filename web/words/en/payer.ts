import { counted } from '../words.ts'

/** The text that a payer asks for, and how it leaves. */
export const payerWords = {
  title: 'For the payer',
  text: 'The text',
  textHint: 'Written from the record. Edit it before you copy it. Copying it for a payer is recorded, word for word.',
  payer: 'Which payer is it for?',
  noPayer: 'No payer is named. The text can leave only under a release to one, for payment.',
  toReleases: 'Go to releases',
  notYours: 'Only a prescriber or a monitor can copy it.',
  substanceUse: 'Does anything in it say something about substance use or its treatment?',
  substanceUseHint: 'Yes needs a Part 2 consent for this payer.',
  answers: { yes: 'Yes', no: 'No' },
  looked: 'These words appear in it',
  lookedHint:
    'Check each one that you reviewed and that is not about this patient’s use of a substance or its treatment.',
  takeFromRecord: 'Use what the record says now',
  copy: 'Copy for this payer',
  copied: 'Copied and recorded.',
  notCopied: 'Recorded. This browser cannot copy: select the text and copy it by hand.',
  taken: (count: number) => `Copied for a payer ${counted(count, 'time')}`,
  takenLine: (to: string, by: string, when: string) => `${to}: ${by}, ${when}`,
} as const
