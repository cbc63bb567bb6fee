import type { Measure } from '../instrument.ts'
import { bands, ids, licensed, questions } from './measure.ts'

const memory = (label: string) => ({ label, status: 'memory' }) as const

/** Pain and bladder. */
export const body: readonly Measure[] = [
  licensed({
    id: 'bpi-sf',
    title: 'BPI-SF',
    owner: '© Cleeland, MD Anderson; a license is needed',
    found: 'memory',
    recall: 'the past 24 hours',
    by: 'patient',
    items: questions(11, 0, 10),
    scoring: {
      noTotal: true,
      subscales: [
        { id: 'severity', of: ids(1, 4), mean: true, mostMissing: 0 },
        { id: 'interference', of: ids(5, 11), mean: true, mostMissing: 3 },
      ],
      source: memory('BPI-SF: mean of four, and mean of seven where at least four are answered'),
    },
  }),
  licensed({
    id: 'icsi',
    title: 'O’Leary-Sant ICSI',
    owner: '© Elsevier, Urology; permission is needed',
    found: 'memory',
    recall: 'the past month',
    by: 'patient',
    items: questions(4, 0, 5),
    scoring: { bands: bands([0, 'below 7'], [7, '7 or more']), source: memory('ICSI: four questions to 20; from 7') },
  }),
  licensed({
    id: 'icpi',
    title: 'O’Leary-Sant ICPI',
    owner: '© Elsevier, Urology; permission is needed',
    found: 'memory',
    recall: 'the past month',
    by: 'patient',
    items: questions(4, 0, 4),
    scoring: { source: memory('ICPI: four questions to 16') },
  }),
]
