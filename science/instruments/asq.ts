import { z } from 'zod'
import { generalReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import type { Flag } from './flag.ts'
import type { AnswerOption, Answers, Instrument, Item } from './instrument.ts'

const yesNo: readonly AnswerOption[] = [
  { value: 'yes', text: 'Yes', loinc: 'LA33-6' },
  { value: 'no', text: 'No', loinc: 'LA32-8' },
  { value: 'declined', text: 'I do not want to answer' },
]
const item = (linkId: string, text: string): Item => ({ linkId, text, answers: yesNo, scored: false })

const licence: Instrument['licence'] = {
  status: 'public-domain',
  sentence:
    'Ask Suicide-Screening Questions (ASQ), National Institute of Mental Health. Public domain; no permission required.',
  source: register.asqSpier,
}

/** NIMH ASQ. Validated mainly in medical settings, not in ketamine clinics. Question 5 is asked after any Yes. */
export const asq: Instrument = {
  id: 'asq',
  title: 'Ask Suicide-Screening Questions',
  version: '1',
  licence,
  recall: 'the past few weeks',
  by: 'patient',
  items: [
    item('1', 'In the past few weeks, have you wished you were dead?'),
    item('2', 'In the past few weeks, have you felt that you or your family would be better off if you were dead?'),
    item('3', 'In the past week, have you been having thoughts about killing yourself?'),
    item('4', 'Have you ever tried to kill yourself?'),
    item('5', 'Are you having thoughts of killing yourself right now?'),
  ],
  notValidated: false,
  asksAboutSuicide: true,
  reads: (answers) => {
    const result = scoreAsq(answers)
    const flag = asqFlag(result)
    return { result, flags: flag ? [flag] : [] }
  },
}

/**
 * The same questions on later visits. Question 4 asks about the whole life and would stay positive for ever, so it is
 * stored once and asked here since the last contact: our adaptation, not the validated screen.
 */
export const asqSinceLast: Instrument = {
  ...asq,
  id: 'asq-since-last',
  title: 'Suicide questions since the last visit (adapted from ASQ)',
  items: asq.items.map((asked) =>
    asked.linkId === '4'
      ? { ...asked, text: 'Since your last contact with us, have you tried to kill yourself?' }
      : asked,
  ),
  notValidated: true,
}

/** `not complete`: no Yes, but a question unanswered or declined. Never read as negative. */
export const AsqResult = z.enum([
  'negative',
  'non-acute positive',
  'acute positive',
  'positive, urgency unknown',
  'not complete',
])
export type AsqResult = z.infer<typeof AsqResult>

/**
 * Result of ASQ, or of its adaptation. All of 1 to 4 No: negative. Any Yes: positive, acute when 5 is Yes, non-acute
 * when 5 is No. A refused or missing answer never makes it negative.
 */
export const scoreAsq = (answers: Answers): AsqResult => {
  if (answers['5'] === 'yes') return 'acute positive'
  const firstFour = ['1', '2', '3', '4'].map((linkId) => answers[linkId])
  if (firstFour.includes('yes')) return answers['5'] === 'no' ? 'non-acute positive' : 'positive, urgency unknown'
  return firstFour.every((answer) => answer === 'no') ? 'negative' : 'not complete'
}

export type AsqFlag = Flag & { id: 'S6' | 'S2'; level: 'immediate' | 'same day' | 'review' }

export const asqReview = generalReview

export const asqFlags: Record<Exclude<AsqResult, 'negative'>, AsqFlag> = {
  'acute positive': {
    id: 'S6',
    level: 'immediate',
    says: 'Suicidal thoughts right now. Do not leave the person alone; a clinician comes now. Show 988.',
    source: register.asqSpier,
  },
  'positive, urgency unknown': {
    id: 'S6',
    level: 'immediate',
    says: 'Positive screen, and not known whether there are suicidal thoughts right now. Ask now; until then treat as urgent. Show 988.',
    source: policy('an unanswered fifth question is treated as urgent'),
  },
  'non-acute positive': {
    id: 'S6',
    level: 'same day',
    says: 'Positive suicide screen. A clinician assesses the same day. Show 988.',
    source: register.asqSpier,
  },
  'not complete': {
    id: 'S2',
    level: 'review',
    says: 'The suicide screen is not complete. A question skipped or declined is not a No. Ask again.',
    source: policy('an unanswered suicide question is not a No'),
  },
}

/** What a result asks for; undefined only for a complete negative screen. */
export const asqFlag = (result: AsqResult): AsqFlag | undefined =>
  result === 'negative' ? undefined : asqFlags[result]
