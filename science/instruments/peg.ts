import { generalReview } from '../register.ts'
import type { AnswerOption, Instrument, Item } from './instrument.ts'

const zeroToTen = (none: string, most: string): readonly AnswerOption[] =>
  Array.from({ length: 11 }, (_, value) => ({
    value,
    text: value === 0 ? `0 – ${none}` : value === 10 ? `10 – ${most}` : String(value),
  }))

const item = (linkId: string, loinc: string, text: string, answers: readonly AnswerOption[]): Item => ({
  linkId,
  loinc,
  text,
  answers,
  scored: true,
})
const interference = zeroToTen('Does not interfere', 'Completely interferes')

/** Pain, enjoyment of life, general activity. Written as a mean; what decides is the sum of 0 to 30. */
export const peg: Instrument = {
  id: 'peg',
  title: 'PEG',
  version: '1',
  loinc: { panel: '91148-7', total: '91147-9' },
  licence: {
    status: 'public-domain',
    sentence: 'PEG scale, Krebs and colleagues 2009; described as freely available. Its questions come from the BPI.',
    source: { label: 'Krebs 2009, as quoted in a FHIR starter set', status: 'secondary' },
  },
  recall: 'the past week',
  by: 'patient',
  items: [
    item(
      'pain',
      '75893-8',
      'What number best describes your pain on average in the past week?',
      zeroToTen('No pain', 'Pain as bad as you can imagine'),
    ),
    item(
      'enjoyment',
      '91145-3',
      'What number best describes how, during the past week, pain has interfered with your enjoyment of life?',
      interference,
    ),
    item(
      'activity',
      '91146-1',
      'What number best describes how, during the past week, pain has interfered with your general activity?',
      interference,
    ),
  ],
  notValidated: false,
  asksAboutSuicide: false,
  scoring: {
    mostMissing: 0,
    shown: { meanOf: 3 },
    better: 'lower',
    bands: [],
    source: { label: 'PEG, mean of three, LOINC 91147-9', status: 'secondary' },
    reviewBy: generalReview,
  },
}
