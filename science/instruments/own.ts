import { policy } from '../sources.ts'
import type { AnswerOption, Instrument } from './instrument.ts'

export const ownLicence: Instrument['licence'] = {
  status: 'own',
  sentence: 'Written for this project; Apache-2.0. Not a validated scale.',
  source: policy('own list of questions'),
}

/** A list of questions of our own: never scored, and labelled as not validated wherever it is shown. */
export const ownList = (
  list: Pick<Instrument, 'id' | 'title' | 'recall'> & Partial<Pick<Instrument, 'stem' | 'by' | 'reads'>>,
  answers: readonly AnswerOption[],
  questions: Readonly<Record<string, string>>,
): Instrument => ({
  version: '1',
  licence: ownLicence,
  notValidated: true,
  by: 'patient',
  asksAboutSuicide: false,
  ...list,
  items: Object.entries(questions).map(([linkId, text]) => ({ linkId, text, answers, scored: false })),
})

export const yesOrNo: readonly AnswerOption[] = [
  { value: 'yes', text: 'Yes', loinc: 'LA33-6' },
  { value: 'no', text: 'No', loinc: 'LA32-8' },
]
