import { generalReview } from '../register.ts'
import type { Source } from '../sources.ts'
import { questionnaireWords as words } from '../words.ts'
import type { Flag } from './flag.ts'
import type { About, AnswerOption, Instrument, Item } from './instrument.ts'
import { addUp } from './scoring.ts'

const drinking: readonly AnswerOption[] = [
  { value: 0, text: 'Never', loinc: 'LA6270-8' },
  { value: 1, text: 'Monthly or less', loinc: 'LA18926-8' },
  { value: 2, text: '2–4 times a month', loinc: 'LA18927-6' },
  { value: 3, text: '2–3 times a week', loinc: 'LA18928-4' },
  { value: 4, text: '4 or more times a week', loinc: 'LA18929-2' },
]
const drinks: readonly AnswerOption[] = [
  { value: 0, text: '1 or 2', loinc: 'LA15694-5' },
  { value: 1, text: '3 or 4', loinc: 'LA15695-2' },
  { value: 2, text: '5 or 6', loinc: 'LA18930-0' },
  { value: 3, text: '7 to 9', loinc: 'LA18931-8' },
  { value: 4, text: '10 or more', loinc: 'LA18932-6' },
]
/** How often in twelve months; TAPS-1 uses the same codes. */
export const howOften: readonly AnswerOption[] = [
  { value: 0, text: 'Never', loinc: 'LA6270-8' },
  { value: 1, text: 'Less than monthly', loinc: 'LA18933-4' },
  { value: 2, text: 'Monthly', loinc: 'LA18876-5' },
  { value: 3, text: 'Weekly', loinc: 'LA18891-4' },
  { value: 4, text: 'Daily or almost daily', loinc: 'LA18934-2' },
]

const item = (linkId: string, loinc: string, text: string, answers: readonly AnswerOption[]): Item => ({
  linkId,
  loinc,
  text,
  answers,
  scored: true,
})

const limits: Source = { label: 'AUDIT-C from 4 in men and 3 in women, as in US Core', status: 'verified' }

/** Unhealthy drinking possible. */
const a1: Flag = {
  id: 'A1',
  level: 'review',
  says: 'AUDIT-C is positive: talk about alcohol before the next dose.',
  source: limits,
}

/** From where AUDIT-C is positive: 4 for men, 3 for women and where it is not known. */
export const auditCLimit = ({ sex }: About): number => (sex === 'male' ? 4 : 3)

/** The wording is LOINC's; the Department of Veterans Affairs has another one, and the two are not mixed. */
export const auditC: Instrument = {
  id: 'audit-c',
  title: 'AUDIT-C',
  version: '1',
  loinc: { panel: '72109-2', total: '75626-2' },
  licence: {
    status: 'public-domain',
    sentence:
      'AUDIT-C, from the AUDIT of the World Health Organization; public domain according to SAMHSA and HL7 US Core. WHO’s manual allows no commercial use.',
    source: { label: 'SAMHSA via CamCOPS; US Core; WHO manual, which differs', status: 'verified' },
  },
  recall: 'the past year',
  by: 'patient',
  items: [
    item('1', '68518-0', 'How often do you have a drink containing alcohol?', drinking),
    item('2', '68519-8', 'How many standard drinks containing alcohol do you have on a typical day?', drinks),
    item('3', '68520-6', 'How often do you have six or more drinks on one occasion?', howOften),
  ],
  notValidated: false,
  asksAboutSuicide: false,
  // Whoever never drinks is not asked the other two, and they count as 0.
  scoring: {
    passesOver: { linkId: '1', value: 0, over: ['2', '3'] },
    mostMissing: 0,
    better: 'lower',
    bands: [],
    source: limits,
    reviewBy: generalReview,
  },
  reads: (answers, about) => {
    const { low, high, missing } = addUp(auditC, answers)
    const limit = auditCLimit(about)
    const notes = [
      ...(about.sex === undefined ? [words.sexNotKnown] : []),
      ...(missing.length === 0 && low > 0 && low === answers['1'] ? [words.firstOnly] : []),
    ]
    if (low >= limit) return { result: 'positive', flags: [a1], notes }
    if (high < limit) return { result: 'negative', flags: [], notes }
    return { result: 'unknown', flags: [], notes }
  },
}
