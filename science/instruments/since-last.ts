import type { Truth } from '../decide.ts'
import { any } from '../truth.ts'
import type { Answers } from './instrument.ts'
import { ownList, yesOrNo } from './own.ts'

/** Asked on arrival. Nothing is carried over from an earlier session. */
export const sinceLast = ownList(
  {
    id: 'since-last-visit',
    title: 'Anything new since your last visit',
    recall: 'since the last visit',
    stem: 'Since your last visit with us:',
  },
  yesOrNo,
  {
    medicines: 'Did you start, stop or change any medicine, or miss your blood pressure tablets?',
    illness: 'Have you been ill, or in a hospital or emergency room?',
    heart: 'Have you had chest pain, a racing heart, fainting, or a high blood pressure reading?',
    injury: 'Have you had a fall or a blow to the head?',
    substances: 'Have you used alcohol more than usual, or any drug that was not prescribed for you?',
    pregnancy: 'Could you have become pregnant?',
    reaction: 'Did anything from the last session still bother you the next day or later?',
    other: 'Is there anything else that we should know?',
  },
)

/** Whether anything is new; unknown while a question is open and none says so. */
export const somethingNew = (answers: Answers): Truth =>
  any(...sinceLast.items.map(({ linkId }) => (answers[linkId] == null ? undefined : answers[linkId] === 'yes')))
