import { randomUUID } from 'node:crypto'
import type { Shown } from '../../care/drills/playing.ts'
import { findScript } from '../../care/drills/scripts.ts'
import { readingNames } from '../../care/sessions/vitals.ts'
import { drillCookieName } from '../../clinic/accounts/sign-in/cookie.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import type { Doors } from '../../server/in-process.ts'
import { done, type Somebody } from '../course/hands.ts'

type Who = {
  trainee: Somebody
  signer: Somebody
  /** Doors for whoever carries these headers. */
  doors: (headers: Record<string, string>) => Doors
}
type Panel = { beganAt: Instant; shown: Shown[]; stops: number[] }
type Alert = { id: string; level: string }

/** Somebody of the demo drills: at each moment they write down what is shown, take up what it raises and hand it on. */
export const practise = async (
  { trainee, signer, doors }: Who,
  script: string,
  { until, words }: { until: number; words: string },
): Promise<void> => {
  const { moments = [] } = findScript(script) ?? {}
  const { id } = done<{ id: string }>(
    await trainee.post('/api/drills', { id: randomUUID(), script }),
    'Starting a drill',
  )
  const entered = await trainee.post(`/api/drills/${id}/enter`)
  const { sessionId } = done<{ sessionId: string }>(entered, 'Going into a drill')
  const cookie = entered.headers.get('set-cookie')?.split(';')[0] ?? `${drillCookieName}=`
  const inside = doors({ cookie })
  const { beganAt, stops } = done<Panel>(await inside.get('/api/drill'), 'Looking at the drill')
  for (const stop of stops.filter((minute) => minute > 0 && minute <= until)) {
    const to = addMinutes(beganAt, stop)
    done(await inside.post('/api/drill/on', { to }), 'Going on in a drill')
    const signs = moments.findLast(({ after }) => after <= stop)?.signs
    const data = { ...signs, dissociation: 'a little', nausea: 'none', crisisSymptoms: [], confirmed: readingNames }
    const set = { id: randomUUID(), kind: 'vitals', happenedAt: to, data }
    done(await inside.post(`/api/sessions/${sessionId}/events`, set), 'Recording in a drill')
    await answerAlerts(inside)
  }
  done(await inside.post('/api/drill/leave'), 'Leaving a drill')
  done(await trainee.post(`/api/drills/${id}/keep`), 'Ending a drill')
  const answer = { id: randomUUID(), answer: 'signed off', words }
  done(await signer.post(`/api/drills/${id}/sign-off`, answer), 'Signing a drill off')
}

const answerAlerts = async (inside: Doors): Promise<void> => {
  type Open = { alerts: (Alert & { standing: { state: string } })[] }
  const { alerts } = done<Open>(await inside.get('/api/alerts?closed=no'), 'Reading alerts in a drill')
  for (const { id, standing } of alerts) {
    if (standing.state !== 'waiting') continue
    const path = `/api/alerts/${id}/events`
    const told = { id: randomUUID(), kind: 'reassign', words: 'Asked to the bedside.', toRole: 'prescriber' }
    done(await inside.post(path, told), 'Handing on in a drill')
    done(await inside.post(path, { id: randomUUID(), kind: 'acknowledge' }), 'Taking up in a drill')
  }
}
