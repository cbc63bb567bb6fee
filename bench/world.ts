import { randomUUID } from 'node:crypto'
import { system } from '../clinic/accounts/actor.ts'
import type { Role } from '../clinic/accounts/permissions.ts'
import { loadSecrets } from '../clinic/accounts/secrets.ts'
import { createClinic } from '../clinic/accounts/settings/changes.ts'
import { audited } from '../clinic/audit/audited.ts'
import type { Database } from '../database/types.ts'
import { chanceFrom } from '../demo/chance.ts'
import { demoSettings } from '../demo/clinic.ts'
import { arrive, book } from '../demo/course/booking.ts'
import { askConsent, countersign, publishConsent, signConsent } from '../demo/course/consenting.ts'
import { determine, evaluate, nothingFound, screen } from '../demo/course/evaluating.ts'
import { giveDose } from '../demo/course/giving.ts'
import { done, type Hands } from '../demo/course/hands.ts'
import { type SignedPlan, signPlan } from '../demo/course/planning.ts'
import { register } from '../demo/course/registering.ts'
import { clear, measure, prepare } from '../demo/course/treating.ts'
import { bodyFrom, vitalSignsAt } from '../demo/course/vital-signs.ts'
import { dayIn } from '../science/day-in.ts'
import { addMinutes, type Instant } from '../science/time.ts'
import { createApp } from '../server/app.ts'
import { addSignedIn, carrying, doorsInto, holdingLink } from '../server/in-process.ts'
import { newLimiter } from '../server/limiter.ts'
import { clock as wallClock } from '../server/start.ts'

/** A clinic made by requests in process, ready to be measured: who is signed in, and the clock it was made with. */
export type World = Hands & {
  db: Database
  clinicId: string
  /** What a browser of the monitor sends. */
  monitorHeaders: Record<string, string>
  prescriberHeaders: Record<string, string>
  rooms: string[]
  /** Sets the clock of the requests in process. */
  at: (moment: Instant) => void
}

export const escort = { name: 'Nearby Person', phone: '503 555 0150', relation: 'Family' }

export const newWorld = async (db: Database, dataDir: string, rooms: number): Promise<World> => {
  const now = wallClock()
  let moment = now
  const clock = () => moment
  const origin = 'http://localhost:4747'
  const app = createApp(
    { db, secrets: loadSecrets(dataDir), clock, origin, limiter: newLimiter(clock) },
    { subscribe: () => () => undefined },
  )
  const doors = doorsInto(app, origin)
  const clinicId = randomUUID()
  const act = { clinicId, actor: system, action: 'bench.make', at: now }
  // One monitor watches all sixteen: this measures the software, not a clinic.
  const clinic = { ...demoSettings, policy: {}, name: 'Bench clinic', id: clinicId, now }
  await audited(db, act, (tx) => createClinic(tx, clinic))
  const join = async (name: string, roles: readonly Role[]) => {
    const how = { action: 'bench.join', method: 'passkey', device: 'bench' } as const
    const { staffId, token } = await addSignedIn(db, clinicId, { name, roles, now }, how)
    return { staffId, headers: carrying(token), ...doors(carrying(token)) }
  }
  const owner = await join('Owner', ['owner'])
  const prescriber = await join('Prescriber', ['prescriber'])
  const monitor = await join('Monitor', ['monitor'])
  const frontDesk = await join('Front desk', ['front-desk'])
  const made = Array.from({ length: rooms }, (_, place) => ({ id: randomUUID(), name: `Room ${place + 1}`, place }))
  for (const room of made) done(await owner.post('/api/rooms', room), 'Adding a room')
  await publishConsent({ prescriber }, (section) => `About ${section}.`)
  return {
    db,
    clinicId,
    prescriber,
    monitor,
    frontDesk,
    watchers: [prescriber.staffId],
    holding: (url) => doors(holdingLink(url)),
    now: clock,
    at: (to) => {
      moment = to
    },
    monitorHeaders: monitor.headers,
    prescriberHeaders: prescriber.headers,
    rooms: made.map(({ id }) => id),
  }
}

/** Somebody with a plan in force. */
export const plannedPatient = async (
  world: World,
  number: number,
): Promise<{ patientId: string; plan: SignedPlan }> => {
  const letters = String.fromCharCode(97 + (number % 26), 97 + (Math.floor(number / 26) % 26))
  const patientId = await register(world, {
    givenName: `Testa${letters}`,
    familyName: `Bench${letters}${letters}`,
    birthDate: `19${50 + (number % 45)}-0${1 + (number % 9)}-1${number % 9}`,
    sex: null,
  })
  const answers = { ...nothingFound, systolic: 122, diastolic: 78, weight: 70, height: 172 }
  const evaluationId = await evaluate(world, patientId, answers)
  const no = Object.fromEntries(['1', '2', '3', '4', '5'].map((question) => [question, 'no']))
  await screen(world, patientId, evaluationId, 'asq', no)
  await determine(world, patientId, evaluationId, { outcome: 'suitable', reasons: 'Bench' })
  const asked = await askConsent(world, patientId)
  const textHash = await signConsent(world, asked, 'Testa Bench')
  await countersign(world, patientId, asked, textHash)
  const prescribed = { doseMg: 35, sessions: 60, daysBetweenLeast: 1, daysBetweenMost: 60, goals: 'Bench' }
  return { patientId, plan: await signPlan(world, patientId, prescribed, 'Bench') }
}

/** A session whose dose was given two minutes before `now`. @returns its id */
export const dosedSession = async (world: World, number: number, now: Instant): Promise<string> => {
  const { patientId, plan } = await plannedPatient(world, number)
  const chance = chanceFrom(number)
  const body = bodyFrom(chance)
  const doseAt = addMinutes(now, -2)
  const from = addMinutes(doseAt, -20)
  const slot = { day: dayIn(demoSettings.timeZone, from), time: timeIn(demoSettings.timeZone, from), minutes: 150 }
  const sessionId = await book(world, patientId, { roomId: world.rooms[number] ?? '', ...slot })
  world.at(from)
  await arrive(world, sessionId)
  world.at(addMinutes(doseAt, -10))
  await prepare(world, sessionId, escort)
  await measure(world, sessionId, vitalSignsAt(body, -10, chance))
  world.at(addMinutes(doseAt, -1))
  await clear(world, sessionId)
  world.at(doseAt)
  await giveDose(world, sessionId, plan, 'left')
  world.at(now)
  return sessionId
}

const timeIn = (timeZone: string, at: Instant): string =>
  Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
