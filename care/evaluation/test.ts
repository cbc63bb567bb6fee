import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { registered } from '../../clinic/records/test.ts'
import type { Route } from '../../science/decide.ts'
import type { As, Reply } from '../../server/test.ts'
import type { AnswerValue } from './basis.ts'
import { seenOf } from './determination.ts'
import type { EvaluationAnswer } from './read.ts'

/** An answer to every question of a person about whom nothing speaks against treatment. For tests only. */
export const nothingFound: Readonly<Record<string, AnswerValue>> = {
  systolic: 122,
  diastolic: 78,
  pressureRiseHazard: false,
  poorlyControlledHeartDisease: false,
  cardiovascularEventWithin6Weeks: false,
  aneurysmOrMalformation: false,
  intracerebralHaemorrhage: false,
  strokeOrHypertensiveEncephalopathy: false,
  raisedIntracranialPressure: false,
  currentPsychosis: false,
  pastPsychosis: false,
  currentManiaOrMixed: false,
  severePersonalityDisorder: false,
  deliriumOrMajorNeurocognitive: false,
  needsHigherLevelOfCare: false,
  capacityInDoubt: false,
  activeSubstanceUseDisorder: false,
  ketamineMisuse: false,
  opioidUseDisorderHistory: false,
  otherKetaminePrescriber: false,
  ketamineHypersensitivity: false,
  childPugh: 'no cirrhosis',
  liverTestTimesLimit: 1,
  risingAlpOrGgt: false,
  dialysis: false,
  egfr: 90,
  respiratoryInsufficiency: false,
  sleepApnoea: false,
  stopBang: 1,
  blockedNose: false,
  eyePressureRisk: false,
  untreatedHyperthyroidism: false,
  uncontrolledSeizures: false,
  unexplainedUrinarySymptoms: false,
  acutePorphyria: false,
  phaeochromocytoma: false,
  needsHospitalCare: false,
  asaClass: 2,
  pregnancy: 'test negative',
  breastfeeding: false,
}

export const noToAll = { '1': 'no', '2': 'no', '3': 'no', '4': 'no', '5': 'no' }

/** One patient's evaluation through the eyes of one person. */
export const evaluationOf = (as: As, patientId: string, evaluationId: string, route: Route = 'im') => {
  const path = `/api/patients/${patientId}`
  const read = async (): Promise<EvaluationAnswer> => {
    const { status, json } = await as.get(`${path}/evaluation?route=${route}`)
    assert.equal(status, 200, JSON.stringify(json))
    return json as EvaluationAnswer
  }
  const answer = async (values: Readonly<Record<string, unknown>>, more: object = {}): Promise<Reply> => {
    const { answers } = await read()
    const last = new Map(answers.map(({ key, id }) => [key as string, id]))
    return as.post(`${path}/evaluation/answers`, {
      evaluationId,
      answers: Object.entries(values).map(([key, value]) => ({
        id: randomUUID(),
        key,
        value,
        corrects: last.get(key) ?? null,
        ...more,
      })),
    })
  }
  const screen = (answers: object, answeredAt: string) =>
    as.post(`${path}/evaluation/responses`, { id: randomUUID(), evaluationId, instrument: 'asq', answers, answeredAt })
  /** Determines upon what is there, addressing what is named. */
  const determine = async (
    more: { outcome?: string; addressed?: Record<string, string>; [key: string]: unknown } = {},
  ) => {
    const { findings, standing } = await read()
    return as.post(`${path}/determinations`, {
      id: randomUUID(),
      evaluationId,
      route,
      outcome: 'suitable',
      reasons: 'Recurrent depression, four adequate trials.',
      addressed: {},
      seen: findings.map(seenOf),
      replaces: standing.determination?.id ?? null,
      reevaluateBy: '2099-12-31',
      ...more,
    })
  }
  const confirm = (determinationId: string, more: object = {}) =>
    as.post(`${path}/determinations/${determinationId}/confirmation`, {
      id: randomUUID(),
      answer: 'confirmed',
      reason: 'I have seen the patient and the letter.',
      ...more,
    })
  return { read, answer, screen, determine, confirm, path }
}

/**
 * A new patient with an open evaluation in which everything is answered as `nothingFound` says and no medicine is taken,
 * or nothing is known.
 */
export const evaluated = async (
  as: As,
  now: string,
  answers: Readonly<Record<string, AnswerValue>> = nothingFound,
  route: Route = 'im',
) => {
  const { id: patientId } = await registered(as)
  const evaluationId: string = randomUUID()
  const started = await as.post(`/api/patients/${patientId}/evaluation`, { id: evaluationId })
  assert.equal(started.status, 200, JSON.stringify(started.json))
  const of = evaluationOf(as, patientId, evaluationId, route)
  if (Object.keys(answers).length > 0) {
    const saved = await of.answer(answers)
    assert.equal(saved.status, 200, JSON.stringify(saved.json))
    const screened = await of.screen(noToAll, now)
    assert.equal(screened.status, 200, JSON.stringify(screened.json))
    const none = await as.post(`${of.path}/none-known`, { id: randomUUID(), about: 'medicine' })
    assert.equal(none.status, 200, JSON.stringify(none.json))
  }
  return { patientId, evaluationId, ...of }
}
