import { randomUUID } from 'node:crypto'
import type { EvaluationAnswer } from '../../care/evaluation/read.ts'
import { becomes, saidItems } from '../../care/evaluation/reported.ts'
import { type Asked, partNames, questionsOf } from '../../care/intake/questions.ts'
import type { Line, Value } from '../../care/intake/value.ts'
import { done, type Hands } from './hands.ts'

export type Told = { answers: Partial<Record<Asked, Value>>; lines?: readonly (readonly [Asked, Line])[] }

/** What somebody tells who has depression, a blood pressure pill that they forget to mention as an illness, and a cat. */
export const aStory: Told = {
  answers: {
    goals: 'To sleep through, to work again, and to care about things.',
    story: 'Low since the spring after two good years. I do not enjoy anything, not even the garden.',
    suicideThoughts: false,
    tried: true,
    hadKetamine: false,
    otherKetaminePrescriber: false,
    medicines: true,
    pastMedicines: null,
    ketamineReaction: false,
    allergies: true,
    highBloodPressure: false,
    heartTrouble: false,
    recentHeartEvent: false,
    aneurysm: false,
    brainBleed: false,
    stroke: null,
    sleepApnea: true,
    snores: true,
    weight: { unit: 'lb', amount: 172 },
    height: { unit: 'in', amount: 66 },
    alcohol: 'a few times a month',
    breastfeeding: false,
    escort: true,
  },
  lines: [
    ['tried', { medicine: 'Sertraline', perDay: '150 mg', weeks: '10', result: 'did not help' }],
    ['tried', { medicine: 'Effexor', perDay: '75 mg', weeks: '4', result: 'helped some', whyStopped: 'Sweating' }],
    ['medicines', { name: 'Lisinopril', dose: '10 mg', often: 'every morning', since: '2023' }],
    ['allergies', { substance: 'Cats', reaction: 'Sneezing' }],
    ['escort', { name: 'Nearby Helper', phone: '503 555 0177', relation: 'Neighbor' }],
  ],
}

/** The desk sends the questions, and the patient answers some of them; with `whole` they say that this is all. */
export const tell = async (
  hands: Pick<Hands, 'frontDesk' | 'holding' | 'now'>,
  patientId: string,
  { answers, lines = [] }: Told,
  { whole = true } = {},
): Promise<void> => {
  const path = `/api/patients/${patientId}/intake`
  const body = { id: randomUUID(), by: 'here' }
  const { url } = done<{ url: string }>(await hands.frontDesk.post(path, body), 'Sending the questions')
  const phone = hands.holding(url)
  const answeredAt = hands.now()
  const given = [
    ...Object.entries(answers).map(([question, value]) => ({ question, value, entry: null })),
    ...lines.map(([question, value]) => ({ question, value, entry: randomUUID() })),
  ]
  const sent = given.map((one) => ({ ...one, id: randomUUID(), answeredAt }))
  done(await phone.get('/api/link'), 'Opening the link')
  done(await phone.post('/api/link/intake/answers', { answers: sent }), 'Answering before the visit')
  if (whole) done(await phone.post('/api/link/intake/done', { id: randomUUID() }), 'Being done')
}

/** The part of a story that somebody tells who stops after so many parts. */
export const firstParts = ({ answers, lines = [] }: Told, parts: number): Told => {
  const keys = partNames.slice(0, parts).flatMap(questionsOf)
  return {
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key as Asked))),
    lines: lines.filter(([key]) => keys.includes(key)),
  }
}

/** A clinician goes through all of it, item by item, and takes it as it was said. */
export const goThrough = async ({ monitor }: Pick<Hands, 'monitor'>, patientId: string): Promise<void> => {
  const path = `/api/patients/${patientId}/evaluation`
  const { reported, evaluation, answers } = done<EvaluationAnswer>(
    await monitor.get(path),
    'Reading what the patient told',
  )
  for (const { now } of saidItems(reported?.items ?? [])) {
    const meant = becomes(now)
    const corrects = meant.as === 'answer' ? (answers.find(({ key }) => key === meant.key)?.id ?? null) : null
    const how = meant.as === 'talked about' ? 'talked about' : 'as said'
    const body = {
      id: randomUUID(),
      becameId: randomUUID(),
      evaluationId: evaluation?.id,
      answerId: now.id,
      how,
      corrects,
    }
    done(await monitor.post(`${path}/reported`, body), 'Going through an answer')
  }
}
