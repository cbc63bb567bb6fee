import type { Truth } from '../decide.ts'
import { policy } from '../sources.ts'
import { any } from '../truth.ts'
import type { Flag } from './flag.ts'
import type { Answers } from './instrument.ts'
import { ownList } from './own.ts'

/** Anything new waits for a clinician's sign-off. */
export const m2 = {
  id: 'M2',
  level: 'review',
  says: 'New signs of mania or psychosis: no dose until a clinician has signed.',
  source: policy('anything new of mania or psychosis waits for a clinician'),
} as const satisfies Flag

/** A clinician's short look between visits; any "new" waits for a clinician (M2). */
export const maniaCheck = ownList(
  {
    id: 'mania-psychosis-check',
    title: 'Mania and psychosis check',
    recall: 'since the last visit',
    by: 'clinician',
    reads: (answers) => {
      const found = newManiaOrPsychosis(answers)
      return { flags: found ? [m2] : [] }
    },
  },
  [
    { value: 'no', text: 'No' },
    { value: 'unchanged', text: 'Yes, as before' },
    { value: 'new', text: 'Yes, new' },
  ],
  {
    mood: 'Unusually high or irritable mood',
    sleep: 'Needs much less sleep without being tired',
    energy: 'Much more energy, or takes risks',
    perception: 'Hears, sees or firmly believes unusual things',
  },
)

/** Whether anything is new; unknown while a question is open and none says so. */
export const newManiaOrPsychosis = (answers: Answers): Truth =>
  any(...maniaCheck.items.map(({ linkId }) => (answers[linkId] == null ? undefined : answers[linkId] === 'new')))
