import type { Truth } from '../decide.ts'
import { generalReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'
import { any } from '../truth.ts'
import type { Answers } from './instrument.ts'
import { ownList } from './own.ts'

export const urinary = ownList(
  {
    id: 'urinary',
    title: 'Bladder questions',
    recall: 'since the last visit',
    stem: 'Since your last visit, have you had any of these?',
  },
  [
    { value: 'none', text: 'No' },
    { value: 'same', text: 'Yes, same as before' },
    { value: 'new', text: 'Yes, new' },
    { value: 'worse', text: 'Yes, worse than before' },
  ],
  {
    frequency: 'Going to the toilet to pass water more often',
    urgency: 'A sudden, strong need to go',
    nocturia: 'Getting up at night to pass water',
    dysuria: 'Burning or pain when passing water',
    pain: 'Pain in the bladder or low in the belly',
    blood: 'Blood in the urine that you can see',
  },
)

/** Whether any symptom is new or worse, or there is blood at all. Unknown while a question is open and none says so. */
export const newOrWorseUrinary = (answers: Answers): Truth =>
  any(
    ...urinary.items.map(({ linkId }): Truth => {
      const answer = answers[linkId] ?? undefined
      if (answer === undefined) return undefined
      return answer === 'new' || answer === 'worse' || (linkId === 'blood' && answer !== 'none')
    }),
  )

export type UrinaryFlag = { id: 'U1'; says: string; source: Source; further: readonly Source[]; reviewBy: Day }

export const u1: UrinaryFlag = {
  id: 'U1',
  says: 'Urinary symptoms new or worse at two visits, or blood once: clinician review and a urine test.',
  source: policy('two visits, or blood once'),
  further: [register.spravatoMonograph],
  reviewBy: generalReview,
}

/** U1, from this visit's answers and the visit before (undefined when there was none). */
export const urinaryFlag = (now: Answers, before: Answers | undefined): UrinaryFlag | undefined => {
  const blood = now.blood !== undefined && now.blood !== null && now.blood !== 'none'
  const twice = newOrWorseUrinary(now) === true && before !== undefined && newOrWorseUrinary(before) === true
  return blood || twice ? u1 : undefined
}
