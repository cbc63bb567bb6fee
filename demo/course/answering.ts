import { randomUUID } from 'node:crypto'
import type { Chance } from '../chance.ts'
import { done, type Hands } from './hands.ts'

/** PHQ-9 answers that add up to `total`, question 9 as given, the rest spread by chance. */
export const phq9Answers = (
  total: number,
  chance: Chance,
  { item9 = 0, difficulty = Math.min(3, Math.floor(total / 7)) } = {},
): Record<string, number> => {
  const answers = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7', '8'].map((question) => [question, 0]))
  for (let left = Math.min(24, total - item9); left > 0; ) {
    const question = String(chance.whole(1, 8))
    if ((answers[question] ?? 0) >= 3) continue
    answers[question] = (answers[question] ?? 0) + 1
    left -= 1
  }
  return { ...answers, '9': item9, difficulty }
}

type Asking = Pick<Hands, 'monitor' | 'holding' | 'now'>

/** Asks with a link opened for the patient. @returns its address */
export const ask = async (
  { monitor }: Pick<Hands, 'monitor'>,
  patientId: string,
  asks: 'phq-9' | 'next-day' | 'course',
  sessionId?: string,
): Promise<string> => {
  const body = { asks, by: 'here', ...(sessionId ? { sessionId } : {}) }
  return done<{ url: string }>(await monitor.post(`/api/patients/${patientId}/ask`, body), `Asking ${asks}`).url
}

const send = async ({ holding, now }: Asking, url: string, responses: { instrument: string; answers: object }[]) => {
  const body = { answeredAt: now(), responses: responses.map((response) => ({ id: randomUUID(), ...response })) }
  done(await holding(url).post('/api/link/answers', body), 'Answering')
}

/** The patient is asked for a PHQ-9 and answers it. */
export const answerPhq9 = async (
  hands: Asking,
  patientId: string,
  answers: Record<string, number | null>,
): Promise<void> => {
  const url = await ask(hands, patientId, 'phq-9')
  await send(hands, url, [{ instrument: 'phq-9', answers }])
}

export const calmDay = {
  mood: 'better',
  ...Object.fromEntries(
    [
      ...['breathing', 'vomiting', 'confusion', 'fall', 'highPressure', 'urine', 'jaundice', 'mania', 'cravings'],
      'drove',
    ].map((question) => [question, 'no']),
  ),
}
export const noThoughts = { '1': 'no', '2': 'no', '3': 'no', '4': 'no', '5': null }

/** The morning after: how the day was, and the suicide questions. */
export const answerNextDay = async (
  hands: Asking,
  patientId: string,
  sessionId: string,
  { day = calmDay, thoughts = noThoughts }: { day?: object; thoughts?: object } = {},
): Promise<void> => {
  const url = await ask(hands, patientId, 'next-day', sessionId)
  await send(hands, url, [
    { instrument: 'next-day', answers: day },
    { instrument: 'asq-since-last', answers: thoughts },
  ])
}

export type Rates = { instrument: string; answers: Record<string, number | string> }

export const improvement = (level: number): Rates => ({ instrument: 'cgi-i', answers: { '1': level } })
export const severity = (level: number): Rates => ({ instrument: 'cgi-s', answers: { '1': level } })
export const nothingManic: Rates = {
  instrument: 'mania-psychosis-check',
  answers: { mood: 'no', sleep: 'no', energy: 'no', perception: 'no' },
}

/** The prescriber rates what they see: in an evaluation, in a session, or between. */
export const rate = async (
  { prescriber, now }: Pick<Hands, 'prescriber' | 'now'>,
  patientId: string,
  rates: readonly Rates[],
  about: { contextKind: string; contextId?: string } = { contextKind: 'between' },
): Promise<void> => {
  for (const what of rates) {
    const body = { id: randomUUID(), answeredAt: now(), ...what, ...about }
    done(await prescriber.post(`/api/patients/${patientId}/responses`, body), `Rating ${what.instrument}`)
  }
}

type Paper = { instrument: string; total: number }

/** Somebody copies the total of a questionnaire from paper; `corrects`: what it takes the place of, and why. @returns its id */
export const copyFromPaper = async (
  { monitor, now }: Pick<Hands, 'monitor' | 'now'>,
  patientId: string,
  paper: Paper,
  corrects: { corrects: string; why: string } | object = {},
): Promise<string> => {
  const body = { id: randomUUID(), answeredAt: now(), contextKind: 'between', ...paper, ...corrects }
  done(await monitor.post(`/api/patients/${patientId}/responses`, body), `Copying ${paper.instrument}`)
  return body.id
}

/** What was entered was not this patient's. */
export const takeBackAnswers = async (
  { monitor }: Pick<Hands, 'monitor'>,
  patientId: string,
  responseId: string,
  why: string,
): Promise<void> => {
  const path = `/api/patients/${patientId}/responses/${responseId}/take-back`
  done(await monitor.post(path, { id: randomUUID(), why }), 'Taking answers back')
}

type Alert = { id: string; patientId: string }

/** A clinician takes up every open alert about a patient and says what was done. */
export const closeAlerts = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  words: string,
): Promise<void> => {
  const { alerts } = done<{ alerts: Alert[] }>(await prescriber.get('/api/alerts'), 'Reading the alerts')
  for (const { id } of alerts.filter((alert) => alert.patientId === patientId)) {
    const path = `/api/alerts/${id}/events`
    done(await prescriber.post(path, { id: randomUUID(), kind: 'acknowledge' }), 'Acknowledging an alert')
    done(await prescriber.post(path, { id: randomUUID(), kind: 'close', words }), 'Closing an alert')
  }
}
