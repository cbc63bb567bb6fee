import { generalReview } from '../register.ts'
import type { Instrument } from './instrument.ts'
import { item9Flag, phq9 } from './phq9.ts'

/** The first two questions of PHQ-9, between full ones only. All or nothing: with a gap there is no score. */
export const phq2: Instrument = {
  ...phq9,
  id: 'phq-2',
  title: 'PHQ-2',
  loinc: { panel: '55757-9', total: '55758-7' },
  items: phq9.items.filter(({ linkId }) => linkId === '1' || linkId === '2'),
  asksAboutSuicide: false,
  scoring: {
    mostMissing: 0,
    better: 'lower',
    bands: [
      { from: 0, band: 'negative' },
      { from: 3, band: 'positive' },
    ],
    source: { label: 'PHQ-2, positive from 3', status: 'secondary' },
    reviewBy: generalReview,
  },
  reads: () => ({ flags: [] }),
}

/**
 * Those two and question 9, on a treatment day that follows the last PHQ-9 by less than a week. Question 9 is no part of
 * the score; any answer but "not at all", and none, is a flag as in PHQ-9.
 */
export const phq2And9: Instrument = {
  ...phq2,
  id: 'phq-2-and-9',
  title: 'PHQ-2 and question 9 of PHQ-9',
  loinc: { total: '55758-7' },
  items: phq9.items
    .filter(({ linkId }) => linkId === '1' || linkId === '2' || linkId === '9')
    .map((item) => (item.linkId === '9' ? { ...item, scored: false } : item)),
  asksAboutSuicide: true,
  reads: (answers) => {
    const flag = item9Flag(answers)
    return { flags: flag ? [flag] : [] }
  },
}
