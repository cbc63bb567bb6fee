import { randomUUID } from 'node:crypto'
import type { Route } from '../../science/decide.ts'
import { addMinutes } from '../../science/time.ts'
import { done, type Hands } from './hands.ts'
import type { VitalSigns } from './vital-signs.ts'

export type Monitor = Pick<Hands, 'monitor' | 'now'>

export const record = async <Answer>({ monitor, now }: Monitor, sessionId: string, kind: string, data: object) =>
  done<Answer>(
    await monitor.post(`/api/sessions/${sessionId}/events`, { id: randomUUID(), happenedAt: now(), kind, data }),
    `Recording ${kind}`,
  )

/** One set of observations. @returns the ids of the rules that it raised */
export const measure = async (hands: Monitor, sessionId: string, signs: VitalSigns): Promise<string[]> => {
  const { raised } = await record<{ raised: { rule: string }[] }>(hands, sessionId, 'vitals', signs)
  return raised.map(({ rule }) => rule)
}

const all = (keys: readonly string[], value: string): Record<string, string> =>
  Object.fromEntries(keys.map((key) => [key, value]))

export type Escort = { name: string; phone: string; relation: string }

/** Everything that is asked and looked for before the dose: fasting, the way home, suicide, mania, bladder, anything new. */
export const prepare = (
  hands: Monitor,
  sessionId: string,
  escort: Escort,
  news: string[] = [],
  route: Route = 'im',
): Promise<unknown> =>
  record(hands, sessionId, 'facts', {
    facts: {
      lastAteAt: addMinutes(hands.now(), -9 * 60),
      lastDrankAt: addMinutes(hands.now(), -4 * 60),
      escort,
      pregnancy: 'cannot become pregnant',
      alcoholToday: false,
      otherSedationToday: false,
      ...(route === 'esketamine'
        ? { nasalSprayAt: false, remsEnrolled: true, settingCertified: true, prescriberOnSite: true }
        : {}),
      suicide: all(['1', '2', '3', '4', '5'], 'no'),
      mania: all(['mood', 'sleep', 'energy', 'perception'], 'no'),
      urinary: all(['frequency', 'urgency', 'nocturia', 'dysuria', 'pain', 'blood'], 'none'),
      sinceLast: {
        ...all(['medicines', 'illness', 'heart', 'injury', 'substances', 'pregnancy', 'reaction', 'other'], 'no'),
        ...all(news, 'yes'),
      },
    },
  })

type Because = { because?: { id: string; says: string }[] }

/**
 * The prescriber clears. What holds is told by the server first; each of it is then answered with `reason`, as a
 * prescriber does who has looked at it.
 */
export const clear = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  sessionId: string,
  reason?: string,
): Promise<void> => {
  const path = `/api/sessions/${sessionId}/clear`
  const { events } = done<{ events: { id: string }[] }>(
    await prescriber.get(`/api/sessions/${sessionId}`),
    'Looking at a session',
  )
  const seen = events.map(({ id }) => id)
  const cleared = (answers: object[]) =>
    prescriber.post(path, { id: randomUUID(), decision: { is: 'cleared', answers }, seen })
  const first = await cleared([])
  const because = (first.json as Because).because
  if (first.status !== 423 || !reason || !because) done(first, 'Clearing')
  else done(await cleared(because.map(({ id }) => ({ rule: id, reason }))), 'Clearing with reasons')
}

/** The prescriber looks and waits. */
export const doNotClear = async (
  { prescriber }: Pick<Hands, 'prescriber'>,
  sessionId: string,
  reason: string,
): Promise<void> => {
  const body = { id: randomUUID(), decision: { is: 'not cleared', reason } }
  done(await prescriber.post(`/api/sessions/${sessionId}/clear`, body), 'Not clearing')
}

export const sideEffect = (hands: Monitor, sessionId: string, data: object): Promise<unknown> =>
  record(hands, sessionId, 'side effect', data)

export const remark = (hands: Monitor, sessionId: string, words: string): Promise<unknown> =>
  record(hands, sessionId, 'remark', { words })

export const stop = (hands: Monitor, sessionId: string, as: string, reason: string): Promise<unknown> =>
  record(hands, sessionId, 'stopped', { as, reason })

/** Looks at what leaving asks for, and writes it down. */
export const prepareToLeave = (hands: Monitor, sessionId: string, route: Route = 'im'): Promise<unknown> =>
  record(hands, sessionId, 'facts', {
    facts: {
      onRoomAir: true,
      backToUsualSelf: true,
      ...(route === 'esketamine' ? { breathingResolved: true } : {}),
      walksSteadily: true,
      dizzy: false,
      nauseaControlled: true,
      painControlled: true,
      aldrete: { activity: 2, respiration: 2, circulation: 2, consciousness: 2, spo2: 2 },
      padss: { vitals: 2, walking: 2, nausea: 2, pain: 2, site: 2 },
      suicideRiskAssessed: true,
      escortPresent: true,
      instructionsGiven: 'printed',
    },
  })

/** A named clinician releases to a named adult. */
export const release = async (
  { monitor }: Pick<Hands, 'monitor'>,
  sessionId: string,
  { name, relation, phone }: Escort,
): Promise<void> => {
  const body = { id: randomUUID(), toName: name, toRelation: relation, toPhone: phone, instructions: 'printed' }
  done(await monitor.post(`/api/sessions/${sessionId}/release`, body), 'Releasing')
}
