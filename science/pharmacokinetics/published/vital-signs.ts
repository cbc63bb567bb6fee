import type { SimulatedRoute } from '../doses.ts'
import type { FactSource } from '../fact.ts'

/**
 * What studies reported about vital signs, to lie behind recorded ones. Never a fitted prediction for one patient, and
 * lying inside a range says nothing about safety: it must not drive a release.
 */
export type ReportedVitalSign = {
  id: string
  routes: readonly SimulatedRoute[]
  sign: 'systolic' | 'diastolic' | 'both pressures' | 'cardiac output'
  says: string
  /** mmHg above the reading before the dose, where a range was given. */
  riseMmhg?: readonly [number, number]
  peakMinute?: number
  backByMinuteAfterEnd?: number
  source: FactSource
}

const mdedge: FactSource = {
  label: 'Esketamine nasal spray, review of its trials',
  address: 'https://www.mdedge.com/currentpsychiatry/article/199869',
  status: 'verified',
}

export const reportedVitalSigns: readonly ReportedVitalSign[] = [
  {
    id: 'nasal-systolic',
    routes: ['nasal-esketamine'],
    sign: 'systolic',
    says: 'Mean rise 7 to 9 mmHg, highest at about 40 minutes',
    riseMmhg: [7, 9],
    peakMinute: 40,
    source: mdedge,
  },
  {
    id: 'nasal-diastolic',
    routes: ['nasal-esketamine'],
    sign: 'diastolic',
    says: 'Mean rise 4 to 6 mmHg, highest at about 40 minutes',
    riseMmhg: [4, 6],
    peakMinute: 40,
    source: mdedge,
  },
  {
    id: 'iv-return',
    routes: ['iv-infusion'],
    sign: 'both pressures',
    says: 'Back to the reading before the infusion within 1.5 hours of its end',
    backByMinuteAfterEnd: 90,
    source: { label: 'Szarmach 2020', address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC7605942', status: 'verified' },
  },
  {
    id: 'iv-often-high',
    routes: ['iv-infusion'],
    sign: 'both pressures',
    says: 'At least once 165/100 mmHg or above in 44.3 % of 203 people in a community clinic',
    source: { label: 'Rodrigues 2022; no address was kept', status: 'secondary' },
  },
  {
    id: 'iv-peak-systolic',
    routes: ['iv-infusion'],
    sign: 'systolic',
    says: 'Mean of each person’s highest rise 19.6 mmHg',
    riseMmhg: [19.6, 19.6],
    source: { label: 'Wan 2015', status: 'memory' },
  },
  {
    id: 'iv-peak-diastolic',
    routes: ['iv-infusion'],
    sign: 'diastolic',
    says: 'Mean of each person’s highest rise 13.4 mmHg',
    riseMmhg: [13.4, 13.4],
    source: { label: 'Wan 2015', status: 'memory' },
  },
  {
    id: 'iv-cardiac-output',
    routes: ['iv-infusion'],
    sign: 'cardiac output',
    says: 'Rises by 40 to 50 % up to 320 ng/mL of S-ketamine (arterial)',
    source: { label: 'Sigtermans 2009 and Kamp 2021, abstracts; no address was kept', status: 'secondary' },
  },
]
