import { generalReview } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Day } from '../time.ts'
import type { Flag } from './flag.ts'
import type { AnswerOption, Answers, Instrument, Item } from './instrument.ts'

/** The four answers of PHQ and GAD (LOINC LL358-3). */
export const frequency: readonly AnswerOption[] = [
  { value: 0, text: 'Not at all', loinc: 'LA6568-5' },
  { value: 1, text: 'Several days', loinc: 'LA6569-3' },
  { value: 2, text: 'More than half the days', loinc: 'LA6570-1' },
  { value: 3, text: 'Nearly every day', loinc: 'LA6571-9' },
]
// The codes of the difficulty list are not in the order of the answers.
const difficulty: readonly AnswerOption[] = [
  { value: 0, text: 'Not difficult at all', loinc: 'LA6572-7' },
  { value: 1, text: 'Somewhat difficult', loinc: 'LA6573-5' },
  { value: 2, text: 'Very difficult', loinc: 'LA6575-0' },
  { value: 3, text: 'Extremely difficult', loinc: 'LA6574-3' },
]

const item = (linkId: string, loinc: string, text: string): Item => ({
  linkId,
  loinc,
  text,
  answers: frequency,
  scored: true,
})

const item9Source: Source = {
  label: 'Any non-zero answer to item 9, whatever the total (KTC, SPiER FHIR guides)',
  status: 'secondary',
}

export type Phq9Band = 'minimal' | 'mild' | 'moderate' | 'moderately severe' | 'severe'

const bandsSource: Source = { label: 'PHQ-9 bands, as in US Core and CamCOPS', status: 'verified' }
const missingRule = policy(
  'bounds in place of the published mean of the answered questions (Arrieta 2017, as in qscorer)',
)

/** What the numbers of this file rest on. */
export const phq9Definitions = [
  {
    id: 'PHQ9-bands',
    says: 'Bands of the PHQ-9 total: 0 to 4, 5 to 9, 10 to 14, 15 to 19, 20 to 27.',
    source: bandsSource,
    reviewBy: generalReview,
  },
  {
    id: 'PHQ9-missing',
    says: 'Up to two unanswered questions give bounds; more give no score.',
    source: missingRule,
    reviewBy: generalReview,
  },
  {
    id: 'PHQ9-pattern',
    says: 'Symptom pattern: question 1 or 2 at 2 or more; five symptoms major, two to four other; question 9 from 1.',
    source: { label: 'PHQ-9 DSM algorithm, as in CamCOPS', status: 'verified' },
    reviewBy: generalReview,
  },
  {
    id: 'S1',
    says: 'Question 9 of 1 or more, whatever the total; 2 or more is urgent.',
    source: item9Source,
    reviewBy: generalReview,
  },
] as const satisfies readonly { id: string; says: string; source: Source; reviewBy: Day }[]

export const phq9Bands = [
  { from: 0, band: 'minimal' },
  { from: 5, band: 'mild' },
  { from: 10, band: 'moderate' },
  { from: 15, band: 'moderately severe' },
  { from: 20, band: 'severe' },
] as const satisfies readonly { from: number; band: Phq9Band }[]

/** The published band of a total, 0 to 27. */
export const phq9BandOf = (total: number): Phq9Band =>
  phq9Bands.findLast(({ from }) => total >= from)?.band ?? 'minimal'

const mostMissing = 2

export const phq9: Instrument = {
  id: 'phq-9',
  title: 'PHQ-9',
  version: '1',
  loinc: { panel: '44249-1', total: '44261-6' },
  licence: {
    status: 'attribution',
    sentence:
      'Developed by Drs. Spitzer, Williams, Kroenke and colleagues. © Pfizer. No permission required to reproduce, translate, display or distribute.',
    source: {
      label: 'phqscreeners.com, as quoted by CamCOPS and in the LOINC and HL7 copyright notes',
      status: 'verified',
    },
  },
  recall: 'the last 2 weeks',
  by: 'patient',
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: [
    item('1', '44250-9', 'Little interest or pleasure in doing things'),
    item('2', '44255-8', 'Feeling down, depressed, or hopeless'),
    item('3', '44259-0', 'Trouble falling or staying asleep, or sleeping too much'),
    item('4', '44254-1', 'Feeling tired or having little energy'),
    item('5', '44251-7', 'Poor appetite or overeating'),
    item(
      '6',
      '44258-2',
      'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
    ),
    item('7', '44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'),
    item(
      '8',
      '44253-3',
      'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
    ),
    item('9', '44260-8', 'Thoughts that you would be better off dead or of hurting yourself in some way'),
    {
      linkId: 'difficulty',
      loinc: '69722-7',
      text: 'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
      answers: difficulty,
      scored: false,
    },
  ],
  notValidated: false,
  asksAboutSuicide: true,
  scoring: {
    mostMissing,
    better: 'lower',
    bands: phq9Bands,
    source: bandsSource,
    further: [missingRule],
    reviewBy: generalReview,
  },
  reads: (answers) => {
    const flag = item9Flag(answers)
    return { result: dsmPattern(answers), flags: flag ? [flag] : [] }
  },
}

export type Item9Flag = Flag & { id: 'S1' | 'S2'; level: 'urgent' | 'same day' | 'review' }

/** Question 9, whatever the total. Unanswered is a flag of its own (S2): empty is not zero. */
export const item9Flag = (answers: Answers): Item9Flag | undefined => {
  const answer = answers['9'] ?? undefined
  if (answer === undefined) {
    return {
      id: 'S2',
      level: 'review',
      says: 'The question about thoughts of death or self-harm was not answered. Ask it.',
      source: policy('an unanswered suicide question is not a zero'),
    }
  }
  if (answer === 0) return undefined
  return {
    id: 'S1',
    level: Number(answer) >= 2 ? 'urgent' : 'same day',
    says: 'Thoughts of death or self-harm were reported. Show 988 at once and screen for suicide the same day.',
    source: item9Source,
  }
}

export type DsmPattern = 'major' | 'other' | 'neither' | 'unknown'

/**
 * The PHQ-9 symptom pattern: question 1 or 2 at "more than half the days", and five (major) or two to four (other)
 * symptoms at that level, where question 9 counts from "several days". Unknown when an unanswered question could
 * change it. A pattern of answers, not a diagnosis.
 */
export const dsmPattern = (answers: Answers): DsmPattern => {
  const least = patternWith(answers, 0)
  return least === patternWith(answers, 3) ? least : 'unknown'
}

const patternWith = (answers: Answers, unansweredAs: number): Exclude<DsmPattern, 'unknown'> => {
  const value = (linkId: string): number => Number(answers[linkId] ?? unansweredAs)
  const core = ['1', '2'].filter((linkId) => value(linkId) >= 2).length
  const other = ['3', '4', '5', '6', '7', '8'].filter((linkId) => value(linkId) >= 2).length
  const symptoms = core + other + (value('9') >= 1 ? 1 : 0)
  if (core === 0 || symptoms < 2) return 'neither'
  return symptoms >= 5 ? 'major' : 'other'
}
