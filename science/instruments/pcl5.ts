import type { Truth } from '../decide.ts'
import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import { all, any, atLeast } from '../truth.ts'
import type { Flag } from './flag.ts'
import type { AnswerOption, Answers, Instrument } from './instrument.ts'

const severity: readonly AnswerOption[] = [
  { value: 0, text: 'Not at all' },
  { value: 1, text: 'A little bit' },
  { value: 2, text: 'Moderately' },
  { value: 3, text: 'Quite a bit' },
  { value: 4, text: 'Extremely' },
]

const questions = [
  'Repeated, disturbing, and unwanted memories of the stressful experience?',
  'Repeated, disturbing dreams of the stressful experience?',
  'Suddenly feeling or acting as if the stressful experience were actually happening again (as if you were actually back there reliving it)?',
  'Feeling very upset when something reminded you of the stressful experience?',
  'Having strong physical reactions when something reminded you of the stressful experience (for example, heart pounding, trouble breathing, sweating)?',
  'Avoiding memories, thoughts, or feelings related to the stressful experience?',
  'Avoiding external reminders of the stressful experience (for example, people, places, conversations, activities, objects, or situations)?',
  'Trouble remembering important parts of the stressful experience?',
  'Having strong negative beliefs about yourself, other people, or the world (for example, having thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, the world is completely dangerous)?',
  'Blaming yourself or someone else for the stressful experience or what happened after it?',
  'Having strong negative feelings such as fear, horror, anger, guilt, or shame?',
  'Loss of interest in activities that you used to enjoy?',
  'Feeling distant or cut off from other people?',
  'Trouble experiencing positive feelings (for example, being unable to feel happiness or have loving feelings for people close to you)?',
  'Irritable behavior, angry outbursts, or acting aggressively?',
  'Taking too many risks or doing things that could cause you harm?',
  'Being "superalert" or watchful or on guard?',
  'Feeling jumpy or easily startled?',
  'Having difficulty concentrating?',
  'Trouble falling or staying asleep?',
]

const from = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index))

/** The four groups of symptoms, and how many of each the provisional rule asks for at "Moderately" or more. */
export const pcl5Clusters = [
  { id: 'B', of: from(1, 5), least: 1 },
  { id: 'C', of: from(6, 7), least: 1 },
  { id: 'D', of: from(8, 14), least: 2 },
  { id: 'E', of: from(15, 20), least: 2 },
] as const

/** Whether the provisional pattern is there; unknown while an open question could change it. Not a diagnosis. */
export const provisionalPattern = (answers: Answers): Truth => {
  const present = (linkId: string): Truth => atLeast(numberOf(answers[linkId]), 2)
  return all(...pcl5Clusters.map(({ of, least }) => atLeastOf(least, of.map(present))))
}

const numberOf = (answer: Answers[string]): number | undefined => (typeof answer === 'number' ? answer : undefined)

const atLeastOf = (least: number, truths: readonly Truth[]): Truth => {
  const sure = truths.filter((truth) => truth === true).length
  const possible = truths.filter((truth) => truth !== false).length
  return any(sure >= least, possible >= least ? undefined : false)
}

const rule: Source = { label: 'PCL-5 clusters and provisional rule, as in CamCOPS', status: 'verified' }

/** Question 16, a soft sign. */
export const risksTaken: Flag = {
  id: 'S7',
  level: 'review',
  says: 'PCL-5 question 16, taking risks or doing things that could cause harm, is "Quite a bit" or more: ask about it.',
  source: policy('PCL-5 question 16 from 3'),
}

/** Past month, without Criterion A. Its authors give no severity ranges, so there are no bands. */
export const pcl5: Instrument = {
  id: 'pcl-5',
  title: 'PCL-5',
  version: '1',
  loinc: { panel: '101697-1', total: '101698-9' },
  licence: {
    status: 'public-domain',
    sentence: 'PTSD Checklist for DSM-5, VA National Center for PTSD. A work of the US Government, not copyrighted.',
    source: { label: 'CamCOPS (work of the US Government); QxMD (not copyrighted)', status: 'verified' },
  },
  recall: 'the past month',
  by: 'patient',
  stem: 'In the past month, how much were you bothered by:',
  items: questions.map((text, index) => ({ linkId: String(index + 1), text, answers: severity, scored: true })),
  notValidated: false,
  asksAboutSuicide: false,
  scoring: {
    mostMissing: 2,
    better: 'lower',
    bands: [],
    subscales: pcl5Clusters.map(({ id, of }) => ({ id, of, mostMissing: 0 })),
    source: rule,
    further: [policy('up to two open questions give bounds; no rule of the authors was found')],
    reviewBy: generalReview,
  },
  reads: (answers) => {
    const pattern = provisionalPattern(answers)
    return {
      result: pattern === undefined ? 'unknown' : pattern ? 'provisional pattern' : 'no provisional pattern',
      flags: Number(answers['16'] ?? 0) >= 3 ? [risksTaken] : [],
    }
  },
}

/** The National Center's form for following somebody from week to week: the same questions about the past week. */
export const pcl5Weekly: Instrument = {
  ...pcl5,
  id: 'pcl-5-weekly',
  title: 'PCL-5, past week',
  // The codes of LOINC are those of the form about the past month; none was found for this one.
  loinc: {},
  licence: {
    ...pcl5.licence,
    source: { label: 'PCL-5 (Past Week Version) of 11 April 2018, VA National Center for PTSD', status: 'secondary' },
  },
  recall: 'the past week',
  stem: 'In the past week, how much were you bothered by:',
}
