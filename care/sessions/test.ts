import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import type { Tx } from '../../database/types.ts'
import type { Route } from '../../science/decide.ts'
import { asqSinceLast } from '../../science/instruments/asq.ts'
import type { Instrument } from '../../science/instruments/instrument.ts'
import { maniaCheck } from '../../science/instruments/mania-check.ts'
import { sinceLast } from '../../science/instruments/since-last.ts'
import { urinary } from '../../science/instruments/urinary.ts'
import { protocols } from '../../science/routes/protocols.ts'
import { releaseCriteria } from '../../science/routes/release.ts'
import { padss } from '../../science/scales/recovery.ts'
import { addMinutes, Instant } from '../../science/time.ts'
import { whichOfTwice } from '../../science/twice-in.ts'
import type { As, Reply, testApp } from '../../server/test.ts'
import { planned } from '../plans/test.ts'

/** What one session's screen is given. */
export type Shown = { row: { bookedFor: string }; events: { id: string; kind: string; data: object }[] }

type App = Awaited<ReturnType<typeof testApp>>
export type Clinic = Awaited<ReturnType<App['clinicWith']>>

const saysNo = (instrument: Instrument): Record<string, string> =>
  Object.fromEntries(instrument.items.map(({ linkId }) => [linkId, 'no']))

/** Every question before the dose answered, and nothing that speaks against it. For tests only. */
export const nothingNew = (now: string, route: Route = 'im') => ({
  ...(route === 'esketamine'
    ? { nasalSprayAt: false, remsEnrolled: true, settingCertified: true, prescriberOnSite: true }
    : {}),
  lastAteAt: addMinutes(Instant.parse(now), -600),
  lastDrankAt: addMinutes(Instant.parse(now), -300),
  escort: { name: 'Sam Sample', phone: '+1 555 0100', relation: 'sister' },
  pregnancy: 'cannot become pregnant',
  alcoholToday: false,
  otherSedationToday: false,
  suicide: saysNo(asqSinceLast),
  mania: saysNo(maniaCheck),
  urinary: Object.fromEntries(urinary.items.map(({ linkId }) => [linkId, 'none'])),
  sinceLast: saysNo(sinceLast),
})

export const readyToLeave = {
  onRoomAir: true,
  backToUsualSelf: true,
  walksSteadily: true,
  dizzy: false,
  nauseaControlled: true,
  painControlled: true,
  padss: Object.fromEntries(padss.items.map(({ id }) => [id, 2])),
  suicideRiskAssessed: true,
  escortPresent: true,
  instructionsGiven: true,
}

/** For tests of the nasal spray: its programme asks about breathing too. */
export const sprayReady = { ...readyToLeave, breathingResolved: true }

/** What a plan says and what is given, by route. */
const plannedMg: Record<Route, number> = { im: 40, iv: 40, lozenge: 200, esketamine: 56 }
export type Given = { route?: Route; mg?: number | undefined; infusionMinutes?: number }
const usualDose: Record<Route, object> = {
  im: { drug: 'ketamine', mg: 40, site: 'deltoid', side: 'left' },
  iv: { drug: 'ketamine', mg: 40, volumeMl: 50, rateMlPerH: 75, minutes: 40 },
  lozenge: { drug: 'ketamine', mg: 200, strengthMg: 100, count: 2 },
  esketamine: { drug: 'esketamine', mg: 28, gave: 'both sprays', lot: 'A1', expiry: '2099-01-31' },
}

export const normalSet = {
  systolic: 124,
  diastolic: 78,
  heartRate: 72,
  spo2: 98,
  respiratoryRate: 14,
  moaas: 5,
  dissociation: 'none',
  nausea: 'none',
  pain: 0,
}

/** A release's criteria as a row holds them: every one of the route's, each met. */
export const allMet = (route: Route): { rule: string; answer: string; says: string; holds: boolean }[] =>
  releaseCriteria(protocols[route].limits, route).map(({ id: rule, says }) => ({
    rule,
    says,
    answer: 'met',
    holds: false,
  }))

const bookedNow = (app: App) => {
  const local = Temporal.Instant.from(app.clock.now).toZonedDateTimeISO('America/New_York')
  const first = local.toPlainDateTime().toZonedDateTime('America/New_York', { disambiguation: 'earlier' })
  return {
    day: local.toPlainDate().toString(),
    time: local.toPlainTime().toString({ smallestUnit: 'minute' }),
    ...(whichOfTwice('America/New_York', app.clock.now)
      ? { which: first.epochMilliseconds === local.epochMilliseconds ? 'earlier' : 'later' }
      : {}),
  }
}

/** The same patient, booked now once more. For tests only. */
export const bookedAgain = async (app: App, before: Booked): Promise<Booked> => {
  const id = randomUUID()
  const booking = { ...before.booking, id, eventId: randomUUID() as string, ...bookedNow(app) }
  const reply = await before.clinic.frontDesk.post('/api/sessions', booking)
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  const { clinic, route, roomId, patientId, planId, planVersionId } = before
  return sessionOf(app, clinic, { id, route, roomId, booking, patientId, planId, planVersionId })
}

/** A clinic with one room and one patient booked in it now. For tests only. */
export const booked = async (app: App, given?: Clinic, more: object = {}, of: Given = {}) => {
  const { route = 'im', mg, infusionMinutes } = of
  const clinic = given ?? (await app.clinicWith())
  const roomId = randomUUID()
  assert.equal((await clinic.owner.post('/api/rooms', { id: roomId, name: `Room ${roomId}` })).status, 200)
  const change = { doseMg: mg ?? plannedMg[route], ...(infusionMinutes === undefined ? {} : { infusionMinutes }) }
  const patient = await planned(clinic, app.holding as never, app.clock.now, change, route)
  const id = randomUUID()
  const booking = {
    id,
    eventId: randomUUID() as string,
    patientId: patient.patientId,
    roomId,
    ...bookedNow(app),
    minutes: 120,
    responsibleId: clinic.monitor.staffId,
    ...more,
  }
  const reply = await clinic.frontDesk.post('/api/sessions', booking)
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
  const { patientId, planId, planVersionId } = patient
  return sessionOf(app, clinic, { id, route, roomId, booking, patientId, planId, planVersionId })
}

export const touched = (app: App, { clinicId }: Pick<Clinic, 'clinicId'>): Promise<number> =>
  audited(app.db, { clinicId, actor: system, action: 'test.touch', at: app.clock.now }, (tx) =>
    tx.run(sql`update sign_in set seen_at = ${app.clock.now}, created_at = ${app.clock.now}`),
  )

/** Each test has a day of its own, so that one patient's session is not in another's way. */
export const nextDay = async (app: App, clinic: Clinic): Promise<void> => {
  app.clock.now = addMinutes(app.clock.now, 24 * 60)
  await touched(app, clinic)
}

/** Which rules a refusal names, and what it says beside which field. */
export const held = ({ json }: Reply): string[] =>
  ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)
export const fields = ({ json }: Reply): Record<string, string> =>
  (json as { fields?: Record<string, string> }).fields ?? {}

/** What can be done in one session, at the clock's time, by the one who usually does it. */
const sessionOf = <Known extends { id: string; route: Route; planVersionId: string }>(
  app: App,
  clinic: Clinic,
  known: Known,
) => {
  const { id } = known
  const path = `/api/sessions/${id}`
  const event = (kind: string, data: object, more: object = {}, as: As = clinic.monitor): Promise<Reply> =>
    as.post(`${path}/events`, { id: randomUUID(), happenedAt: app.clock.now, kind, data, ...more })
  const shownTo = async (as: As) => ((await as.get(path)).json as Shown).events.map((one) => one.id)
  const dose = async (data: object = {}, more: object = {}, as: As = clinic.monitor): Promise<Reply> =>
    as.post(`${path}/dose`, {
      ...('answers' in more ? { seen: await shownTo(as) } : {}),
      id: randomUUID(),
      happenedAt: app.clock.now,
      data: {
        route: known.route,
        number: 1,
        planVersionId: known.planVersionId,
        ...usualDose[known.route],
        ...data,
      },
      ...more,
    })
  return {
    ...known,
    clinic,
    path,
    event,
    dose,
    vitals: (data: object = {}, more: object = {}) => event('vitals', { ...normalSet, ...data }, more),
    facts: (facts: object) => event('facts', { facts }),
    arrive: () => clinic.frontDesk.post(`${path}/arrive`, { id: randomUUID(), happenedAt: app.clock.now }),
    /** By somebody whose screen shows what there is. */
    clear: async (answers: object[] = [], as: As = clinic.prescriber, seen?: string[]) =>
      as.post(`${path}/clear`, {
        id: randomUUID(),
        decision: { is: 'cleared', answers },
        seen: seen ?? (answers.length > 0 ? await shownTo(as) : []),
      }),
    release: (more: object = {}, as: As = clinic.monitor) =>
      as.post(`${path}/release`, { id: randomUUID(), toName: 'Sam Sample', instructions: 'printed', ...more }),
    read: async () => (await clinic.monitor.get(path)).json as Shown,
    /** Time passes, and everybody has touched their screen meanwhile. */
    later: async (minutes: number) => {
      app.clock.now = addMinutes(app.clock.now, minutes)
      await touched(app, clinic)
    },
  }
}
export type Booked = Awaited<ReturnType<typeof booked>>

/** Straight into the table, past every rule of ours: what PostgreSQL itself answers. */
export const straight = (app: App) => {
  const direct = (session: Booked, change: (tx: Tx) => Promise<unknown>) =>
    audited(app.db, { clinicId: session.clinic.clinicId, actor: system, action: 'test', at: app.clock.now }, change)
  const write = (
    session: Booked,
    kind: string,
    data: object,
    minutes = 0,
    { id = randomUUID() as string, corrects = '' } = {},
  ) => {
    const at = addMinutes(app.clock.now, minutes)
    return direct(session, (tx) =>
      tx.run(sql`insert into session_event (clinic_id, id, session_id, kind, happened_at, recorded_at, recorded_by, data, corrects)
        values (${session.clinic.clinicId}, ${id}, ${session.id}, ${kind}, ${at}, ${app.clock.now},
                ${session.clinic.monitor.staffId}, ${JSON.stringify(data)}::jsonb, ${corrects || null})`),
    )
  }
  return { direct, write }
}
export const refuses = (constraint: string) => (error: unknown) => {
  assert.ok(error instanceof DatabaseError, String(error))
  assert.equal(error.constraint, constraint)
  return true
}

const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))

/** Arrived, asked and measured: everything a clearance looks at is there. */
export const checked = async (app: App, given?: Clinic, more: object = {}, of: Given = {}): Promise<Booked> =>
  arrivedAndAsked(app, await booked(app, given, more, of))

export const arrivedAndAsked = async (app: App, session: Booked): Promise<Booked> => {
  ok(await session.arrive())
  await session.later(1)
  ok(await session.facts(nothingNew(app.clock.now, session.route)))
  ok(await session.vitals())
  return session
}

export const dosed = async (app: App, given?: Clinic): Promise<Booked> => {
  const session = await checked(app, given)
  ok(await session.clear())
  await session.later(1)
  ok(await session.dose())
  return session
}

/** Watched for as long as the protocol asks, and ready to leave. */
export const recovered = async (app: App, given?: Clinic): Promise<Booked> => {
  const session = await dosed(app, given)
  for (const wait of [10, 10, 10, 15, 15, 15, 15]) {
    await session.later(wait)
    ok(await session.vitals())
  }
  ok(await session.facts(readyToLeave))
  return session
}

/** How many patients this clinic lets one person watch; undefined: it has not said. */
export const setLimit = async (clinic: Clinic, patientsPerMonitor: number | undefined) => {
  const { json } = await clinic.owner.get('/api/clinic')
  const { name, address, timeZone, emergencyPlan, messageCover } = json as Record<string, unknown>
  const policy = patientsPerMonitor === undefined ? {} : { patientsPerMonitor }
  const whole = {
    name,
    address: {
      street: '1 Main St',
      city: 'Portland',
      postalCode: '04101',
      phone: '207-555-0100',
      ...(address as object),
    },
    timeZone,
    emergencyPlan: emergencyPlan || 'Call 911.',
    messageCover: {
      who: 'The nurse on duty',
      hours: [{ days: ['monday'], from: '09:00', until: '17:00' }],
      outOfHours: 'Call 911.',
      ...(messageCover as object),
    },
    policy,
  }
  const reply = await clinic.owner.post('/api/clinic', whole)
  assert.equal(reply.status, 200, JSON.stringify(reply.json))
}
