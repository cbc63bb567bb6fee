import type { Cost } from '../clinic/accounts/credentials/password-hash.ts'
import type { Role } from '../clinic/accounts/permissions.ts'
import { secretsFrom } from '../clinic/accounts/secrets.ts'
import { newClinic, testDatabase } from '../database/test.ts'
import type { Database } from '../database/types.ts'
import { Instant } from '../science/time.ts'
import { createApp } from './app.ts'
import { addSignedIn, carrying, type Doors, doorsInto, holdingLink } from './in-process.ts'
import { newLimiter } from './limiter.ts'
import { listenForChanges } from './live.ts'

export type { Reply } from './in-process.ts'
export type As = { staffId: string } & Doors

/**
 * The whole server on the shared test database, with a clock the test sets: `app.clock.now = …`. `clinicWith` makes a
 * fresh clinic, so tests never see each other, and signs its people in without going through the door
 * (the door has its own tests). `own`: a database that nobody else has, for what counts the clinics of a database. Passwords cost next to nothing here.
 */
export const testApp = async (own?: Database, passwordCost: Cost = { memory: 64, passes: 1, lanes: 1 }) => {
  const db = own ?? (await testDatabase())
  const clock = { now: Instant.parse('2026-11-23T17:00:00.000Z') }
  const secrets = secretsFrom(Buffer.alloc(32, 7))
  const limiter = newLimiter(() => clock.now)
  const origin = 'http://localhost:4747'
  const app = createApp(
    { db, secrets, passwordCost, clock: () => clock.now, origin, limiter },
    await listenForChanges(db),
  )

  const doors = doorsInto(app, origin)

  /** Somebody with these roles in this clinic, signed in just now. */
  const person = async (clinicId: string, roles: Role[], name = roles.join(' and ')): Promise<As> => {
    const how = { action: 'test.person', method: 'passkey', device: 'test' } as const
    const { staffId, token } = await addSignedIn(db, clinicId, { name, roles, now: clock.now }, how)
    return { staffId, ...doors(carrying(token)) }
  }

  const clinicWith = async (kind: { isDemo?: boolean } = {}) => {
    const clinicId = await newClinic(db, kind)
    const [owner, prescriber, monitor, therapist, frontDesk, display] = await Promise.all([
      person(clinicId, ['owner'], 'Olive Owner'),
      person(clinicId, ['prescriber'], 'Petra Prescriber'),
      person(clinicId, ['monitor'], 'Milo Monitor'),
      person(clinicId, ['therapist'], 'Thea Therapist'),
      person(clinicId, ['front-desk'], 'Fred Frontdesk'),
      person(clinicId, ['display'], 'Wall'),
    ])
    const another = (roles: Role[], name?: string) => person(clinicId, roles, name)
    return { clinicId, owner, prescriber, monitor, therapist, frontDesk, display, another }
  }

  return {
    db,
    clock,
    secrets,
    origin,
    app,
    clinicWith,
    nobody: doors({}),
    /** Whoever holds a patient's link. Takes the token, or the whole address with the token behind the `#`. */
    holding: (link: string) => doors(holdingLink(link)),
  }
}
