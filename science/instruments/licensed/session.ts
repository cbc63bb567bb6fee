import type { Measure } from '../instrument.ts'
import { licensed, question, questions } from './measure.ts'

const memory = (label: string) => ({ label, status: 'memory' }) as const
const seen = (label: string) => ({ label, status: 'verified' }) as const
const copied = (label: string) => ({ label, status: 'secondary' }) as const

/** What is asked about a session itself. */
export const session: readonly Measure[] = [
  licensed({
    id: 'cadss-23',
    title: 'CADSS-23',
    owner: '© Bremner; permission is needed',
    found: 'secondary',
    recall: 'now',
    by: 'clinician',
    items: questions(23, 0, 4),
    scoring: {
      bands: [
        { from: 0, band: '4 or less' },
        { from: 5, band: 'above 4' },
      ],
      source: copied('CADSS: 23 questions of 0 to 4'),
      further: [memory('CADSS: dissociation above 4')],
    },
  }),
  licensed({
    id: 'cadss-6',
    title: 'CADSS-6',
    owner: '© Bremner; CADSS-6 paper © Elsevier 2020; permission is needed',
    found: 'secondary',
    recall: 'now',
    by: 'clinician',
    items: ['1', '2', '6', '7', '15', '22'].map((linkId) => question(linkId, 0, 4)),
    scoring: { source: seen('CADSS-6: questions 1, 2, 6, 7, 15 and 22 of CADSS') },
  }),
  licensed({
    id: 'ebi',
    title: 'EBI',
    owner: '© SAGE 2019; permission is needed',
    found: 'secondary',
    recall: 'the session, asked one day after',
    by: 'patient',
    items: questions(6, 0, 100),
    scoring: { better: 'higher', source: copied('EBI: six questions of 0 to 100; here their sum') },
  }),
  licensed({
    id: 'meq30',
    title: 'MEQ30',
    owner: '© its authors; permission is needed',
    found: 'memory',
    recall: 'the session',
    by: 'patient',
    items: questions(30, 0, 5),
    // Which question belongs to which of the four factors comes with the licence.
    scoring: { noTotal: true, better: 'higher', source: memory('MEQ30: four factors in percent of their highest') },
  }),
  licensed({
    id: 'ceq',
    title: 'CEQ',
    owner: '© its authors; permission is needed',
    found: 'memory',
    recall: 'the session',
    by: 'patient',
    items: questions(26, 0, 5),
    scoring: { noTotal: true, source: memory('CEQ: means of seven factors') },
  }),
  licensed({
    id: 'msm',
    title: 'Maudsley Staging Method',
    owner: 'A published point method, without wording: it is counted from the treatment history',
    found: 'memory',
    status: 'own',
    recall: 'this episode',
    by: 'clinician',
    items: [
      question('duration', 1, 3),
      question('severity', 1, 5),
      question('failures', 1, 5),
      question('augmentation', 0, 1),
      question('ect', 0, 1),
    ],
    scoring: {
      bands: [
        { from: 3, band: 'mild' },
        { from: 7, band: 'moderate' },
        { from: 11, band: 'severe' },
      ],
      source: memory('MSM: 3 to 15; 3–6, 7–10, 11–15'),
    },
  }),
]

/** Named because clinics use them; no number of theirs was found, so nothing of them is counted here. */
export const nameOnly: readonly { title: string; owner: string }[] = [
  { title: 'ATRQ', owner: '© MGH; permission is needed' },
  { title: 'KSET, KSET-R', owner: '© 2024 Elsevier; permission is needed' },
  { title: '5D-ASC', owner: 'Licensed; permission is needed' },
  { title: 'BPIC-SS', owner: '© Pfizer and GSK: eight questions to 38, of which no single range was found' },
]
