import { questionnaireWords as words } from '../../words.ts'
import type { Measure } from '../instrument.ts'
import { bands, ids, licensed, questions } from './measure.ts'

const memory = (label: string) => ({ label, status: 'memory' }) as const
const seen = (label: string) => ({ label, status: 'verified' }) as const

/** Panic, compulsion, sleep, and how life goes on. */
export const anxietyAndSleep: readonly Measure[] = [
  ...(['y-bocs', 'y-bocs-sr'] as const).map((id) =>
    licensed({
      id,
      title: id === 'y-bocs' ? 'Y-BOCS' : 'Y-BOCS-SR',
      owner: 'Mount Sinai: distribution of the Y-BOCS needs specific authorization',
      found: 'verified',
      recall: 'the past 7 days',
      by: id === 'y-bocs' ? 'clinician' : 'patient',
      items: questions(10, 0, 4),
      scoring: {
        bands: bands([0, 'subclinical'], [8, 'mild'], [16, 'moderate'], [24, 'severe'], [32, 'extreme']),
        subscales: [
          { id: 'obsessions', of: ids(1, 5) },
          { id: 'compulsions', of: ids(6, 10) },
        ],
        source: seen('Y-BOCS: obsessions 1–5, compulsions 6–10'),
        further: [memory('Y-BOCS: 0–7, 8–15, 16–23, 24–31, 32–40')],
      },
    }),
  ),
  licensed({
    id: 'oci-r',
    title: 'OCI-R',
    owner: '© Foa and colleagues; permission is needed',
    found: 'memory',
    recall: 'the past month',
    by: 'patient',
    items: questions(18, 0, 4),
    scoring: { bands: bands([0, 'below 21'], [21, '21 or more']), source: memory('OCI-R: likely disorder from 21') },
  }),
  ...(['pdss', 'pdss-sr'] as const).map((id) =>
    licensed({
      id,
      title: id === 'pdss' ? 'PDSS' : 'PDSS-SR',
      owner: '© M. Katherine Shear; permission is needed',
      found: 'verified',
      recall: 'the past 7 days',
      by: id === 'pdss' ? 'clinician' : 'patient',
      items: questions(7, 0, 4),
      scoring: {
        bands: bands([0, 'below 8'], [8, '8 or more']),
        source: seen('PDSS: seven questions of 0 to 4; the composite is their mean'),
        further: [memory('PDSS: panic disorder possible from 8')],
      },
    }),
  ),
  licensed({
    id: 'isi',
    title: 'ISI',
    owner: '© Morin, distributed by Mapi Research Trust; permission is needed',
    found: 'verified',
    recall: 'the last 2 weeks',
    by: 'patient',
    items: questions(7, 0, 4),
    scoring: {
      bands: bands([0, 'none'], [8, 'subthreshold'], [15, 'moderate'], [22, 'severe']),
      source: memory('ISI: 0–7, 8–14, 15–21, 22–28'),
    },
  }),
  licensed({
    id: 'wsas',
    title: 'WSAS',
    owner: '© Isaac M. Marks; permission is needed',
    found: 'verified',
    recall: 'now',
    by: 'patient',
    items: [
      ...questions(5, 0, 8).map((item) =>
        item.linkId === '1' ? { ...item, answers: [...item.answers, { value: 'does not work' }] } : item,
      ),
    ],
    reads: (answers) => ({ flags: [], notes: answers['1'] === 'does not work' ? [words.notWorking] : [] }),
    scoring: {
      standsFor: [{ linkId: '1', value: 'does not work', as: 0 }],
      bands: bands([0, 'below 10'], [10, '10 to 20'], [21, 'above 20']),
      source: seen('WSAS: who does not work leaves out the first question; highest then 32'),
      further: [memory('WSAS: below 10, 10–20, above 20')],
    },
  }),
]
