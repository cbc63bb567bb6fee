import { policy } from '../sources.ts'
import { howOften } from './audit-c.ts'
import type { Flag } from './flag.ts'
import type { AnswerOption, Answers, Instrument, Item } from './instrument.ts'

const words = { 0: 'never', 1: 'less than monthly', 2: 'monthly', 3: 'weekly', 4: 'daily' } as const

/** Nothing is added up, so the answers are words. */
const answers: readonly AnswerOption[] = howOften
  .toReversed()
  .map(({ value, ...rest }) => ({ ...rest, value: words[value as keyof typeof words] }))

const item = (linkId: string, loinc: string, text: string): Item => ({ linkId, loinc, text, answers, scored: false })

const substances = [['tobacco'], ['alcohol-men', 'alcohol-women'], ['drugs'], ['prescriptions']] as const

/** Substances used at all, by link id. One of the two questions on alcohol is asked, by sex. */
export const tapsPositive = (given: Answers): string[] =>
  substances.flat().filter((linkId) => given[linkId] != null && given[linkId] !== 'never')

const a1: Flag = {
  id: 'A1',
  level: 'review',
  says: 'TAPS-1 names a substance that was used: go on to the second part, or a clinician asks.',
  source: policy('any answer other than Never is looked at'),
}

/** Tobacco, alcohol, prescription medicines and other substances, first part. Ketamine given by a clinic does not count. */
export const taps1: Instrument = {
  id: 'taps-1',
  title: 'TAPS-1',
  version: '1',
  loinc: { panel: '96841-2' },
  licence: {
    status: 'public-domain',
    sentence: 'TAPS, National Institutes of Health. Federally funded; considered public domain in the United States.',
    source: { label: 'HL7 US Core Questionnaire-TAPS, copyright note', status: 'verified' },
  },
  recall: 'the past 12 months',
  by: 'patient',
  items: [
    item(
      'tobacco',
      '96842-0',
      'In the PAST 12 MONTHS, how often have you used any tobacco product (for example, cigarettes, e-cigarettes, cigars, pipes, or smokeless tobacco)?',
    ),
    item(
      'alcohol-men',
      '88037-7',
      'In the PAST 12 MONTHS, how often have you had 5 or more drinks containing alcohol in one day? (Note: This question should only be answered by males.)',
    ),
    item(
      'alcohol-women',
      '75889-6',
      'In the PAST 12 MONTHS, how often have you had 4 or more drinks containing alcohol in one day? (Note: This question should only be answered by females.)',
    ),
    item(
      'drugs',
      '96843-8',
      'In the PAST 12 MONTHS, how often have you used any drugs including marijuana, cocaine or crack, heroin, methamphetamine (crystal meth), hallucinogens, ecstasy/MDMA?',
    ),
    item(
      'prescriptions',
      '96844-6',
      'In the PAST 12 MONTHS, how often have you used any prescription medications just for the feeling, more than prescribed or that were not prescribed for you?',
    ),
  ],
  notValidated: false,
  asksAboutSuicide: false,
  reads: (given) => {
    const used = tapsPositive(given)
    if (used.length > 0) return { result: 'positive', flags: [a1], notes: used }
    const asked = substances.every((group) => group.some((linkId) => given[linkId] != null))
    return { result: asked ? 'negative' : 'unknown', flags: [] }
  },
}
