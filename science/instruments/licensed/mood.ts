import { questionnaireWords as words } from '../../words.ts'
import type { Reading } from '../flag.ts'
import type { Answers, Measure } from '../instrument.ts'
import { bands, ids, licensed, question, questions } from './measure.ts'

const memory = (label: string) => ({ label, status: 'memory' }) as const
const seen = (label: string) => ({ label, status: 'verified' }) as const
const copied = (label: string) => ({ label, status: 'secondary' }) as const

/** Question 16 by history (A) or measured (B); 3 is "not assessed" there and is left out of the sum. */
const weight = ['16A', '16B'] as const

export const mood: readonly Measure[] = [
  licensed({
    id: 'madrs',
    title: 'MADRS',
    owner: '© Royal College of Psychiatrists; permission to ship was refused (2013)',
    found: 'verified',
    recall: 'the past 7 days',
    by: 'clinician',
    items: questions(10, 0, 6),
    looksAt: { linkId: '10', from: 4, suicide: true },
    scoring: {
      bands: bands([0, 'no symptoms'], [7, 'mild'], [20, 'moderate'], [35, 'severe']),
      source: seen('MADRS: ten questions of 0 to 6; 0–6, 7–19, 20–34, above 34'),
    },
  }),
  licensed({
    id: 'madrs-s',
    title: 'MADRS-S',
    owner: '© as MADRS; permission is needed',
    found: 'memory',
    recall: 'the past 3 days',
    by: 'patient',
    items: questions(9, 0, 6),
    // No published limit was found: any answer above zero, as in PHQ-9.
    looksAt: { linkId: '9', from: 1, suicide: true },
    scoring: { source: memory('MADRS-S: nine questions of 0 to 6') },
  }),
  licensed({
    id: 'qids-sr16',
    title: 'QIDS-SR16',
    owner: '© Rush and UT Southwestern, through Mapi; written permission is needed',
    found: 'secondary',
    recall: 'the past 7 days',
    by: 'patient',
    items: questions(16, 0, 3),
    looksAt: { linkId: '12', from: 2, suicide: true },
    scoring: {
      highestOf: [ids(1, 4), ids(6, 9), ids(15, 16)],
      // Appetite and weight: lower or higher is answered, not both.
      oneOf: [
        ['6', '7'],
        ['8', '9'],
      ],
      bands: bands([0, 'none'], [6, 'mild'], [11, 'moderate'], [16, 'severe'], [21, 'very severe']),
      source: seen('QIDS-SR16: highest of 1–4, of 6–9 and of 15–16, and six by themselves; 0 to 27'),
    },
  }),
  licensed({
    id: 'ham-d17',
    title: 'HAM-D17',
    owner: 'Public domain according to NINDS; interview guides are © their authors, so no wording ships',
    found: 'verified',
    status: 'public-domain',
    recall: 'the past week',
    by: 'clinician',
    items: [
      ...ids(1, 15).map((linkId) =>
        question(linkId, 0, [1, 2, 3, 7, 8, 9, 10, 11, 15].includes(Number(linkId)) ? 4 : 2),
      ),
      ...weight.map((linkId) => question(linkId, 0, 3)),
      question('17', 0, 2),
    ],
    asksAboutSuicide: true,
    looksAt: { linkId: '3', from: 2, suicide: true },
    scoring: {
      range: { low: 0, high: 52 },
      highestOf: [weight],
      oneOf: [weight],
      standsFor: weight.map((linkId) => ({ linkId, value: 3, as: 0 as const })),
      bands: bands([0, 'none'], [8, 'mild'], [14, 'moderate'], [19, 'severe'], [23, 'very severe']),
      source: seen('HAM-D17: nine questions of 0 to 4 and eight of 0 to 2; bands as in CamCOPS'),
    },
  }),
  licensed({
    id: 'epds',
    title: 'EPDS',
    owner: '© Royal College of Psychiatrists; written permission is needed for any copy',
    found: 'verified',
    recall: 'the past 7 days',
    by: 'patient',
    loinc: { panel: '71354-5' },
    items: questions(10, 0, 3),
    looksAt: { linkId: '10', from: 1, suicide: true },
    scoring: {
      reversed: ['3', ...ids(5, 10)],
      bands: bands([0, 'below 10'], [10, 'possible depression'], [13, 'probable depression']),
      source: seen('EPDS: possible from 10, probable from 13'),
      further: [memory('EPDS: questions 3 and 5 to 10 count the other way round, by the place of the answer')],
    },
  }),
  licensed({
    id: 'mdq',
    title: 'MDQ',
    owner: '© UTMB and Hirschfeld; permission is needed',
    found: 'memory',
    recall: 'the whole life',
    by: 'patient',
    loinc: { total: '84773-1' },
    items: [...questions(13, 0, 1), question('same-period', 0, 1), question('problem', 0, 3)].map((item) => ({
      ...item,
      scored: item.answers.length === 2 && item.linkId !== 'same-period',
    })),
    reads: (answers) => mdqReading(answers),
    scoring: {
      source: seen('MDQ: from 7 of 13, in the same period, with a moderate or serious problem (LOINC 84773-1)'),
    },
  }),
  licensed({
    id: 'asrm',
    title: 'ASRM',
    owner: '© Elsevier; a license fee is required',
    found: 'verified',
    recall: 'the past 7 days',
    by: 'patient',
    items: questions(5, 0, 4),
    from: { total: 6, id: 'M2' },
    scoring: { bands: bands([0, 'below 6'], [6, '6 or more']), source: memory('ASRM: mania possible from 6') },
  }),
  licensed({
    id: 'ymrs',
    title: 'YMRS',
    owner: 'British Journal of Psychiatry 1978; permission is needed',
    found: 'memory',
    recall: 'the past 48 hours to 7 days',
    by: 'clinician',
    // Irritability, speech, content and disruptive behaviour are worth double; here the published range only.
    items: ids(1, 11).map((linkId) => question(linkId, 0, ['5', '6', '8', '9'].includes(linkId) ? 8 : 4)),
    from: { total: 13, id: 'M2' },
    scoring: {
      bands: bands([0, 'remission'], [13, 'minimal'], [20, 'mild'], [26, 'moderate'], [38, 'severe']),
      source: copied('YMRS: 0–12, 13–19, 20–25, 26–37, from 38'),
      further: [memory('YMRS: questions 5, 6, 8 and 9 are the four of 0 to 8')],
    },
  }),
  licensed({
    id: 'who-5',
    title: 'WHO-5',
    owner: 'WHO-5, World Health Organization, CC BY-NC-SA 3.0 IGO: non-commercial use only',
    found: 'secondary',
    status: 'non-commercial',
    recall: 'the last 2 weeks',
    by: 'patient',
    items: questions(5, 0, 5),
    scoring: {
      shown: { times: 4 },
      better: 'higher',
      bands: bands([0, 'likely depression'], [29, 'poor'], [51, 'above 50']),
      source: copied('WHO-5: sum of five times four; poor to 50, likely depression to 28'),
    },
  }),
  ...([4, 8] as const).map((count) =>
    licensed({
      id: `promis-depression-${count}a`,
      title: `PROMIS Depression ${count}a`,
      owner: 'PROMIS Health Organization: commercial users and built-in use need written permission',
      found: 'verified',
      recall: 'the past 7 days',
      by: 'patient',
      items: questions(count, 1, 5),
      // Its T score comes from the publisher's table, which is not shipped: the sum is the raw score.
      scoring: { source: memory('PROMIS: 1 to 5 each; T score by the publisher’s table, mean 50') },
    }),
  ),
]

const mdqReading = (answers: Answers): Reading => {
  const yes = ids(1, 13).filter((linkId) => answers[linkId] === 1).length
  const open = ids(1, 13).filter((linkId) => answers[linkId] == null).length
  const { 'same-period': same, problem } = answers
  const source = seen('MDQ rule (LOINC 84773-1)')
  if (yes + open < 7 || same === 0 || (problem != null && Number(problem) < 2)) return { result: 'negative', flags: [] }
  if (yes < 7 || same == null || problem == null) return { result: 'unknown', flags: [] }
  return { result: 'positive', flags: [{ id: 'M1', level: 'review', says: words.mdqPositive, source }] }
}
