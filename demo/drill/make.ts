import { randomUUID } from 'node:crypto'
import { beginPlay } from '../../care/drills/changes.ts'
import type { Script } from '../../care/drills/script.ts'
import { system } from '../../clinic/accounts/actor.ts'
import type { Role } from '../../clinic/accounts/permissions.ts'
import type { Secrets } from '../../clinic/accounts/secrets.ts'
import { createClinic } from '../../clinic/accounts/settings/changes.ts'
import type { StoredClinic } from '../../clinic/accounts/settings/queries.ts'
import { endSignIn } from '../../clinic/accounts/sign-in/changes.ts'
import { addStaff } from '../../clinic/accounts/staff/changes.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { discardDemo } from '../../database/discard-demo.ts'
import type { Database } from '../../database/types.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { createApp } from '../../server/app.ts'
import { addSignedIn, carrying, doorsInto, holdingLink } from '../../server/in-process.ts'
import { newLimiter } from '../../server/limiter.ts'
import { newCalendar } from '../calendar.ts'
import { demoSettings, demoWords } from '../clinic.ts'
import { publishConsent } from '../course/consenting.ts'
import { done } from '../course/hands.ts'
import { fillCabinet } from '../course/stocking.ts'
import { unhurried } from '../unhurried.ts'
import { admit, type DrillHands, treat } from './day.ts'
import { drillStaff } from './patient.ts'

export type DrillMaking = {
  db: Database
  secrets: Secrets
  origin: string
  now: Instant
  drillId: string
  script: Script
  home: StoredClinic
  trainee: { name: string }
}

/** The made-up days before the drill: the patient was evaluated, consented and booked. */
const daysBefore = 6

/**
 * Makes the clinic of one drill through the routes that people use: its patient has just been given what the script's
 * route gives, with the trainee responsible. It has the limits, standing orders and emergency plan of the clinic whose
 * staff train, and no row of it. @returns its id
 */
export const makeDrill = async (making: DrillMaking): Promise<string> => {
  const clinicId = randomUUID()
  try {
    await build(making, clinicId)
  } catch (error) {
    await discardDemo(making.db, clinicId).catch(() => undefined)
    throw error
  }
  return clinicId
}

const build = async (making: DrillMaking, clinicId: string): Promise<void> => {
  const { db, secrets, origin, now, drillId, script, home } = making
  const from = addMinutes(now, -daysBefore * 24 * 60)
  let at = from
  const clock = () => at
  const app = createApp(
    { db: unhurried(db), secrets, clock, origin, limiter: newLimiter(clock) },
    { subscribe: () => () => undefined },
  )
  const doors = doorsInto(app, origin)
  const act = { clinicId, actor: system, action: 'drill.make', subject: { kind: 'clinic', id: clinicId } }
  await audited(db, { ...act, at }, (tx) => createClinic(tx, { ...settingsOf(home), id: clinicId, now: at }))
  const signIns: { staffId: string; signInId: string }[] = []
  const join = async ({ name, roles }: { name: string; roles: readonly Role[] }) => {
    const how = { action: 'drill.join', method: 'demo', device: 'Made with the drill' } as const
    const { staffId, signInId, token } = await addSignedIn(db, clinicId, { name, roles, now: at, signedInAt: now }, how)
    signIns.push({ staffId, signInId })
    return { staffId, ...doors(carrying(token)) }
  }
  const owner = await join(drillStaff.owner)
  const prescriber = await join(drillStaff.prescriber)
  const monitor = await join(drillStaff.monitor)
  const frontDesk = await join(drillStaff.frontDesk)
  const trainee = { id: randomUUID(), name: making.trainee.name, email: `trainee@${clinicId}.example.test` }
  await audited(db, { ...act, action: 'drill.join', at }, (tx) =>
    addStaff(tx, { ...trainee, roles: ['monitor'], now: at }),
  )
  const roomId = randomUUID()
  done(await owner.post('/api/rooms', { id: roomId, name: 'Drill room', place: 1 }), 'Adding a room')
  await publishConsent({ prescriber }, demoWords, script.route)
  await fillCabinet({ monitor, witness: prescriber }, { at, now })

  const hands: DrillHands = {
    prescriber,
    monitor,
    frontDesk,
    watchers: [trainee.id],
    holding: (url) => doors(holdingLink(url)),
    now: clock,
    until: (moment) => {
      at = moment
    },
  }
  const slot = newCalendar(now, home.timeZone, [roomId]).slotAt(addMinutes(now, -40), 0)
  const admitted = await admit(hands, script.route, slot)
  await treat(hands, script, admitted, now)
  await audited(db, { ...act, action: 'drill.begin', at: now }, async (tx) => {
    for (const { staffId, signInId } of signIns) await endSignIn(tx, staffId, signInId, now)
    await beginPlay(tx, {
      drillId,
      script: script.id,
      version: script.version,
      sessionId: admitted.sessionId,
      traineeId: trainee.id,
      beganAt: now,
      played: script,
    })
  })
}

const longestName = 120

const settingsOf = ({ id, name, timeZone, emergencyPlan, policy }: StoredClinic) => ({
  ...demoSettings,
  name: `DRILL, not a real clinic. Staff of ${name}`.slice(0, longestName),
  timeZone,
  emergencyPlan: emergencyPlan || demoSettings.emergencyPlan,
  policy,
  isDemo: true,
  drillOf: id,
})
