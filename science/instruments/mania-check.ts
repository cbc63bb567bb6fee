import type { Truth } from '../decide.ts'
import { any } from '../truth.ts'
import type { Answers } from './instrument.ts'
import { ownList } from './own.ts'

/** A clinician's short look between visits; any "new" waits for a clinician (M2). */
export const maniaCheck = ownList(
  { id: 'mania-psychosis-check', title: 'Mania and psychosis check', recall: 'since the last visit' },
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
