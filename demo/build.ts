import { randomUUID } from 'node:crypto'
import { system } from '../clinic/accounts/actor.ts'
import { demoMade } from '../clinic/accounts/demo-clinic.ts'
import type { Role } from '../clinic/accounts/permissions.ts'
import type { Secrets } from '../clinic/accounts/secrets.ts'
import { createClinic } from '../clinic/accounts/settings/changes.ts'
import { endSignIn } from '../clinic/accounts/sign-in/changes.ts'
import { audited } from '../clinic/audit/audited.ts'
import type { Database } from '../database/types.ts'
import { everyRoute } from '../science/decide.ts'
import { addMinutes, type Instant } from '../science/time.ts'
import { createApp } from '../server/app.ts'
import { addSignedIn, carrying, doorsInto, holdingLink } from '../server/in-process.ts'
import { newLimiter } from '../server/limiter.ts'
import { newCalendar } from './calendar.ts'
import { chanceFrom } from './chance.ts'
import { demoSettings, demoStaff, demoWords, roomNames } from './clinic.ts'
import { publishConsent } from './course/consenting.ts'
import { done } from './course/hands.ts'
import { fillCabinet } from './course/stocking.ts'
import { practise } from './drill/practise.ts'
import { live } from './life.ts'
import { people as everybody } from './people.ts'
import type { Person } from './person.ts'
import { publicRequests } from './requests.ts'
import { runTimeline } from './timeline.ts'
import { unhurried } from './unhurried.ts'

export type Making = {
  db: Database
  secrets: Secrets
  /** The moment the demo’s history ends at. */
  now: Instant
  /** For the links in its messages. */
  origin: string
  people?: readonly Person[]
  /** Told the share that is done, 0 to 1. */
  tell?: (share: number) => void
}

/** How far back its history reaches, in days. */
const historyDays = 240
const seed = 20261123

/**
 * Makes a synthetic clinic through the same routes that people use, with a clock that runs from eight months ago to
 * now: every row obeys every rule, and the trail is a real one. Until the entry that ends it (`demo.made`) is written
 * the clinic counts as half-made, and the next start throws it away.
 */
export const buildDemo = async ({ db, secrets, now, origin, people = everybody, tell }: Making): Promise<string> => {
  const clinicId = randomUUID()
  const { timeZone } = demoSettings
  const from = newCalendar(now, timeZone, []).at(-historyDays, '08:00')
  let clock = () => from
  const parts = { db, secrets, clock: () => clock(), origin, limiter: newLimiter(() => clock()) }
  // Nobody watches while it is made.
  const app = createApp({ ...parts, db: unhurried(db) }, { subscribe: () => () => undefined })
  const doors = doorsInto(app, origin)

  const act = { clinicId, actor: system, action: 'demo.make', at: from, subject: { kind: 'clinic', id: clinicId } }
  await audited(db, act, (tx) => createClinic(tx, { ...demoSettings, id: clinicId, isDemo: true, now: from }))
  const signIns: { staffId: string; signInId: string }[] = []
  const join = async ({ name, roles }: { name: string; roles: readonly Role[] }) => {
    const how = { action: 'demo.join', method: 'demo', device: 'Made with the demo' } as const
    // Signed in at the moment it is made: for the demo's own clock that is a sign-in which is never too old.
    const person = { name, roles, email: emailOf(name), now: clock(), signedInAt: now }
    const { staffId, signInId, token } = await addSignedIn(db, clinicId, person, how)
    signIns.push({ staffId, signInId })
    const next = addMinutes(clock(), 1)
    clock = () => next
    return { staffId, ...doors(carrying(token)) }
  }
  const staff = {
    owner: await join(demoStaff.owner),
    prescriber: await join(demoStaff.prescriber),
    secondPrescriber: await join(demoStaff.secondPrescriber),
    monitor: await join(demoStaff.monitor),
    secondMonitor: await join(demoStaff.secondMonitor),
    frontDesk: await join(demoStaff.frontDesk),
    therapist: await join(demoStaff.therapist),
    display: await join(demoStaff.display),
  }
  const rooms = roomNames.map((name, place) => ({ id: randomUUID(), name, place }))
  for (const room of rooms) done(await staff.owner.post('/api/rooms', room), 'Adding a room')
  for (const route of everyRoute) await publishConsent(staff, demoWords, route)
  await fillCabinet({ monitor: staff.monitor, witness: staff.secondMonitor }, { at: clock(), now })

  for (const { who, script, ...drilled } of drills) {
    const at = addMinutes(clock(), 60)
    clock = () => at
    await practise({ trainee: staff[who], signer: staff.prescriber, doors }, script, drilled)
  }

  const viewId = randomUUID()
  const view = { id: viewId, viewId, name: 'Monday review', shows: { by: 'review', only: 'review' }, shared: true }
  done(await staff.prescriber.post('/api/registry/views', view), 'Keeping a view of the registry')

  const calendar = newCalendar(
    now,
    timeZone,
    rooms.map(({ id }) => id),
  )
  await runTimeline({ from: clock(), to: now, ...(tell ? { tell } : {}) }, (timeline) => {
    clock = timeline.now
    const holding = (url: string) => doors(holdingLink(url))
    const lives = people.map((person, number) => async () => {
      const chance = chanceFrom(seed + number)
      const { prescriber, secondPrescriber, frontDesk, therapist } = staff
      const pair = [staff.monitor, staff.secondMonitor] as const
      const [monitor, other] = number % 2 === 0 ? [pair[1], pair[0]] : pair
      const watchers = [monitor, other, prescriber, secondPrescriber].map(({ staffId }) => staffId)
      const hands = {
        prescriber,
        secondPrescriber,
        monitor,
        frontDesk,
        watchers,
        therapist,
        holding,
      }
      await live({ ...hands, ...timeline, calendar }, person, number, chance)
    })
    const asking = publicRequests({ db: unhurried(db), clinicId, now, frontDesk: staff.frontDesk }, timeline)
    return [...lives, ...asking]
  })
  await audited(db, { ...act, action: demoMade, at: now }, async (tx) => {
    for (const { staffId, signInId } of signIns) await endSignIn(tx, staffId, signInId, now)
  })
  return clinicId
}

/** Before the first patient came. */
const drills = [
  {
    who: 'monitor',
    script: 'hypertensive-spike',
    until: 32,
    words: 'Saw it, asked, called me at once and repeated it. Talked through what the prescriber needs to hear first.',
  },
  {
    who: 'secondMonitor',
    script: 'deep-sedation',
    until: 46,
    words: 'Rated it right from what was seen. Would lift the chin earlier; we practised that by hand.',
  },
] as const

const emailOf = (name: string): string => `${name.replaceAll(' ', '.')}@demo.example.test`.toLowerCase()
