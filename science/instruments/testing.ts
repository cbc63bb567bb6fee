import type { Measure } from './instrument.ts'
import type { ContentPack } from './pack.ts'

/** A pack whose words are invented, for tests. */
export const packFor = (measure: Measure): ContentPack => ({
  format: 'evenkeel.pack/1',
  instrument: measure.id,
  version: '2026',
  language: 'en',
  licence: { holder: 'Invented Press', reference: 'Letter 12' },
  stem: 'Invented beginning:',
  questions: Object.fromEntries(
    measure.items.map(({ linkId, answers }) => [
      linkId,
      {
        text: `Words of ${linkId}`,
        answers: Object.fromEntries(answers.map(({ value }) => [String(value), `Answer ${value}`])),
      },
    ]),
  ),
})
