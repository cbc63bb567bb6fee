import { randomUUID } from 'node:crypto'
import { seenOf } from '../../care/evaluation/determination.ts'
import type { EvaluationAnswer } from '../../care/evaluation/read.ts'
import type { Route } from '../../science/decide.ts'
import { done, type Hands, type Somebody } from './hands.ts'

type Value = boolean | number | string | null
export type EvaluationAnswers = Readonly<Record<string, Value>>

/** An answer to every question, of a made-up person about whom nothing speaks against treatment. */
export const nothingFound: EvaluationAnswers = {
  ...Object.fromEntries(
    [
      ...['pressureRiseHazard', 'poorlyControlledHeartDisease', 'cardiovascularEventWithin6Weeks'],
      ...['aneurysmOrMalformation', 'intracerebralHaemorrhage', 'strokeOrHypertensiveEncephalopathy'],
      ...['raisedIntracranialPressure', 'currentPsychosis', 'pastPsychosis', 'currentManiaOrMixed'],
      ...['severePersonalityDisorder', 'deliriumOrMajorNeurocognitive', 'needsHigherLevelOfCare', 'capacityInDoubt'],
      ...['activeSubstanceUseDisorder', 'ketamineMisuse', 'opioidUseDisorderHistory', 'otherKetaminePrescriber'],
      ...['ketamineHypersensitivity', 'respiratoryInsufficiency', 'sleepApnoea', 'blockedNose', 'eyePressureRisk'],
      ...['untreatedHyperthyroidism', 'uncontrolledSeizures', 'unexplainedUrinarySymptoms', 'acutePorphyria'],
      ...['phaeochromocytoma', 'risingAlpOrGgt', 'dialysis', 'needsHospitalCare', 'breastfeeding'],
    ].map((key) => [key, false]),
  ),
  liverTestTimesLimit: 0.8,
  egfr: 95,
  stopBang: 1,
  asaClass: 2,
  childPugh: 'no cirrhosis',
  pregnancy: 'cannot become pregnant',
}

/** A mental status of somebody depressed, and the abilities to decide, as a clinician found them. */
export const examined: EvaluationAnswers = {
  ...Object.fromEntries(
    [
      ...['appearance', 'behaviour', 'speech', 'thoughtProcess', 'thoughtContent', 'perception', 'orientation'],
      ...['attention', 'memory', 'insight', 'judgement'],
    ].map((key) => [key, 'nothing of note']),
  ),
  mood: 'something of note',
  moodSaid: 'Low for most of the day, worse in the morning.',
  affect: 'something of note',
  affectSaid: 'Narrow; brightens when children are spoken of.',
  ...Object.fromEntries(
    ['understanding', 'appreciation', 'reasoning', 'expressingAChoice'].map((key) => [key, 'shown']),
  ),
}

/** What a clinician judges of the episode, for the staging of what has been tried. */
export const episode: EvaluationAnswers = {
  episodeLength: '13 to 24 months',
  episodeSeverity: 'severe',
  augmentationInEpisode: false,
  ectInEpisode: false,
}

/** Opens an evaluation and writes down what was asked and measured. What is left out of `answers` stays unknown. */
export const evaluate = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  answers: EvaluationAnswers,
): Promise<string> => {
  const evaluationId = randomUUID()
  done(await prescriber.post(`/api/patients/${patientId}/evaluation`, { id: evaluationId }), 'Starting an evaluation')
  await answer({ prescriber }, patientId, evaluationId, answers)
  return evaluationId
}

/** Answers questions of an open evaluation; what was answered before is corrected. */
export const answer = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  evaluationId: string,
  answers: EvaluationAnswers,
): Promise<void> => {
  const { answers: before } = await readEvaluation(prescriber, patientId)
  const last = new Map(before.map(({ key, id }) => [key as string, id]))
  const sent = Object.entries(answers).map(([key, value]) => ({
    id: randomUUID(),
    key,
    value,
    corrects: last.get(key) ?? null,
  }))
  const body = { evaluationId, answers: sent }
  done(await prescriber.post(`/api/patients/${patientId}/evaluation/answers`, body), 'Answering the evaluation')
}

/** A questionnaire answered with the clinician in the room. */
export const screen = async (
  { prescriber, now }: Pick<Hands, 'prescriber' | 'now'>,
  patientId: string,
  evaluationId: string,
  instrument: 'asq' | 'phq-9',
  answers: object,
): Promise<void> => {
  const body = { id: randomUUID(), evaluationId, instrument, answers, answeredAt: now() }
  done(await prescriber.post(`/api/patients/${patientId}/evaluation/responses`, body), `Answering ${instrument}`)
}

/** Signs what goes with the sessions: each item with somebody who looks after it and a day to look again. */
export const planBeside = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  evaluationId: string,
  items: readonly { kind: string; words: string; owner: string; reviewOn: string }[],
): Promise<void> => {
  const kept = items.map((item) => ({ id: randomUUID(), ...item }))
  const body = { id: randomUUID(), evaluationId, expected: 0, items: kept }
  done(await prescriber.post(`/api/patients/${patientId}/integrative-plan`, body), 'Signing an integrative plan')
}

/** Records a trial, a result or a query in the evaluation. */
export const enter = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  evaluationId: string,
  kind: 'trial' | 'result' | 'pdmp',
  content: object,
): Promise<void> => {
  const body = { evaluationId, entry: { kind, change: 'recorded', id: randomUUID(), content } }
  done(await prescriber.post(`/api/patients/${patientId}/evaluation/entries`, body), 'Recording in the evaluation')
}

const readEvaluation = async (as: Somebody, patientId: string, route: Route = 'im'): Promise<EvaluationAnswer> =>
  done<EvaluationAnswer>(await as.get(`/api/patients/${patientId}/evaluation?route=${route}`), 'Reading the evaluation')

/** Determines upon the findings as they are; every one that holds is spoken to with `addressed`. */
export const determine = async (
  { prescriber, now }: Pick<Hands, 'prescriber' | 'now'>,
  patientId: string,
  evaluationId: string,
  {
    outcome,
    reasons,
    addressed = 'Looked at with the patient; see the reasons.',
    route = 'im',
  }: { outcome: 'suitable' | 'not suitable' | 'not yet'; reasons: string; addressed?: string; route?: Route },
): Promise<string> => {
  const { findings, standing } = await readEvaluation(prescriber, patientId, route)
  const id = randomUUID()
  const body = {
    id,
    evaluationId,
    route,
    outcome,
    reasons,
    addressed:
      outcome === 'suitable'
        ? Object.fromEntries(findings.filter(({ holds }) => holds).map(({ rule }) => [rule, addressed]))
        : {},
    seen: findings.map(seenOf),
    replaces: standing.determination?.id ?? null,
    reevaluateBy: outcome === 'suitable' ? inHalfAYear(now()) : null,
  }
  done(await prescriber.post(`/api/patients/${patientId}/determinations`, body), 'Determining')
  return id
}

const inHalfAYear = (now: string): string => Temporal.PlainDate.from(now.slice(0, 10)).add({ months: 6 }).toString()

/** The second act upon a determination. Another prescriber does it. */
export const confirm = async (
  other: Somebody,
  patientId: string,
  determinationId: string,
  reason: string,
): Promise<void> => {
  const path = `/api/patients/${patientId}/determinations/${determinationId}/confirmation`
  done(await other.post(path, { id: randomUUID(), answer: 'confirmed', reason }), 'Confirming')
}
