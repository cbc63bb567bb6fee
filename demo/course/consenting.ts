import { randomUUID } from 'node:crypto'
import type { Route } from '../../science/decide.ts'
import { done, type Hands, type Somebody } from './hands.ts'

type Shipped = { shipped: { sections: { id: string; clinicMustSay?: string }[] }; versions: unknown[] }

/** Publishes our consent text with the clinic's own words where only the clinic can say what is true. */
export const publishConsent = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  words: (section: string) => string,
  route: Route = 'im',
): Promise<void> => {
  const path = `/api/consent/documents/${route}`
  const { shipped, versions } = done<Shipped>(await prescriber.get(path), 'Reading the consent text')
  const needed = shipped.sections.filter(({ clinicMustSay }) => clinicMustSay)
  const under = Object.fromEntries(needed.map(({ id }) => [id, words(id)]))
  const body = {
    id: randomUUID(),
    expected: versions.length,
    additions: { under, own: [] },
    whatChanged: 'First text.',
  }
  done(await prescriber.post(path, body), 'Publishing the consent text')
}

export type Asked = { requestId: string; url: string }

/** Asks for consent on the clinic's tablet. */
export const askConsent = async (
  { monitor }: Pick<Hands, 'monitor'>,
  patientId: string,
  route: Route = 'im',
  therapistId?: string,
): Promise<Asked> => {
  const requestId = randomUUID()
  const body = {
    id: requestId,
    route,
    how: 'tablet',
    present: true,
    treatedFor: 'Depression that came back and did not get better with two medicines',
    aim: 'To feel less low and to get back to daily life',
    ...(therapistId ? { therapistId } : {}),
  }
  const path = `/api/patients/${patientId}/consent`
  const { url } = done<{ url: string }>(await monitor.post(path, body), 'Asking for consent')
  return { requestId, url }
}

type Opened = {
  textHash: string
  asked: {
    content: {
      sections: { id: string }[]
      checks?: { id: string; right: string; choices: { id: string }[] }[]
      points?: { id: string }[]
    }
  }
}

const open = async ({ holding }: Pick<Hands, 'holding'>, url: string): Promise<Opened> =>
  done<Opened>(await holding(url).get('/api/link/consent'), 'Opening the consent link')

/** The patient asks about one section instead of signing. @returns the question's id */
export const askQuestion = async (hands: Pick<Hands, 'holding'>, { url }: Asked, words: string): Promise<string> => {
  const { asked } = await open(hands, url)
  const id = randomUUID()
  const body = { id, section: asked.content.sections[1]?.id ?? '', words }
  done(await hands.holding(url).post('/api/link/consent/question', body), 'Asking a question')
  return id
}

export const answerQuestion = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  { requestId }: Asked,
  questionId: string,
  words: string,
): Promise<void> => {
  const path = `/api/patients/${patientId}/consent/${requestId}/answer`
  done(await prescriber.post(path, { id: randomUUID(), questionId, words }), 'Answering a question')
}

/**
 * The patient reads, answers the questions on the text and signs; with `unsure` the last answer is not what the text says.
 * @returns the hash of the text that was signed
 */
export const signConsent = async (
  hands: Pick<Hands, 'holding'>,
  { url }: Asked,
  name: string,
  { unsure = false } = {},
): Promise<string> => {
  const { textHash, asked } = await open(hands, url)
  const { checks = [], points = [] } = asked.content
  for (const [at, { id: checkId, right, choices }] of checks.entries()) {
    const wrong = unsure && at === checks.length - 1
    const choice = wrong ? choices.find(({ id }) => id !== right)?.id : right
    const answer = { id: randomUUID(), checkId, choice }
    done(await hands.holding(url).post('/api/link/consent/check', answer), 'Answering a question on the text')
  }
  const confirmed = points.map(({ id }) => id)
  const body = { id: randomUUID(), textHash, signedName: name, deviceKind: 'tablet', confirms: true, confirmed }
  done(await hands.holding(url).post('/api/link/consent/sign', body), 'Signing the consent')
  return textHash
}

export const countersign = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  patientId: string,
  { requestId }: Asked,
  textHash: string,
): Promise<void> => {
  const path = `/api/patients/${patientId}/consent/${requestId}/countersign`
  done(await prescriber.post(path, { id: randomUUID(), textHash }), 'Countersigning')
}

export const signAsTherapist = async (
  therapist: Somebody,
  patientId: string,
  { requestId }: Asked,
  textHash: string,
): Promise<void> => {
  const path = `/api/patients/${patientId}/consent/${requestId}/therapist-sign`
  done(await therapist.post(path, { id: randomUUID(), textHash }), 'Signing as therapist')
}

export const withdrawConsent = async (
  { monitor }: Pick<Hands, 'monitor'>,
  patientId: string,
  { requestId }: Asked,
  reason: string,
): Promise<void> => {
  const path = `/api/patients/${patientId}/consent/${requestId}/withdraw`
  done(await monitor.post(path, { id: randomUUID(), reason }), 'Withdrawing consent')
}
