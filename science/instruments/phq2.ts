import { generalReview } from '../register.ts'
import type { Instrument } from './instrument.ts'
import { phq9 } from './phq9.ts'

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
