import { system } from '../clinic/accounts/actor.ts'
import { demoDoor } from '../clinic/accounts/demo-clinic.ts'
import type { Role } from '../clinic/accounts/permissions.ts'
import { enter } from '../clinic/accounts/sign-in/enter.ts'
import { audited } from '../clinic/audit/audited.ts'
import { makeLink } from '../clinic/links/changes.ts'
import { Problem } from '../clinic/request/problem.ts'
import type { Context } from '../clinic/request/route.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import type { Database } from '../database/types.ts'
import type { Instant } from '../science/time.ts'
import { says } from '../web/words/en/says/demo.ts'

/** @throws Problem not-found when there is no demo clinic, or its door is closed: which of the two is nobody's business */
const openDemo = async (db: Database): Promise<string> => {
  const { enterable, clinicId } = await demoDoor(db)
  if (!enterable || !clinicId) throw new Problem('not-found', says.noDemoClinic)
  return clinicId
}

/** Signs in as the first person of the demo clinic with this role and no other. @returns the cookie */
export const enterDemo = async (call: Context, role: Role): Promise<string> => {
  const clinicId = await openDemo(call.db)
  const found = await reading(call.db, { clinicId }, (q) =>
    q.maybe<{ id: string }>(sql`
      select id from staff where active and roles = ${[role]} order by created_at, name limit 1`),
  )
  if (!found) throw new Problem('not-found', says.nobodyOfRole)
  const actor = { kind: 'staff' as const, id: found.id }
  const act = { clinicId, actor, action: 'demo.enter', at: call.now, subject: { kind: 'staff', id: found.id } }
  return audited(call.db, act, (tx) => enter(tx, { ...call, clinicId }, found.id, 'demo'))
}

/** How long a patient's link of the demo opens, in hours. */
const linkHours = 4

/** A link as a patient holds it: the PHQ-9 of whoever comes next. @returns its address */
export const patientLink = async (db: Database, origin: string, now: Instant): Promise<string> => {
  const clinicId = await openDemo(db)
  const next = await reading(db, { clinicId }, (q) =>
    q.maybe<{ patientId: string }>(sql`
      select patient_id as "patientId" from session where ended_at is null and booked_for > ${now}
      order by booked_for, id limit 1`),
  )
  const any = next ?? (await reading(db, { clinicId }, (q) => q.one<{ patientId: string }>(anyPatient)))
  const { patientId } = any
  const subject = { kind: 'patient', id: patientId }
  const detail = { asks: 'phq-9', by: 'here' }
  const act = { clinicId, actor: system, action: 'outcomes.ask', at: now, subject, patientId, detail }
  const made = { clinicId, patientId, purpose: 'phq-9', now, hours: linkHours, madeBy: system.id, origin } as const
  const { url } = await audited(db, act, (tx) => makeLink(tx, made))
  return url
}

const anyPatient = sql`select id as "patientId" from patient order by id limit 1`

/** Opens a locked screen of the demo: its people have no password to show. */
export const unlockDemo = async ({ db, clinicId, actor, now }: Context): Promise<void> => {
  const closed = new Problem('not-allowed', says.onlyInDemo)
  if (actor.kind !== 'staff') throw closed
  const act = { clinicId, actor, action: 'demo.unlock', at: now, subject: { kind: 'staff', id: actor.id } }
  await audited(db, act, async (tx) => {
    const opened = await tx.run(sql`
      update sign_in s set locked_at = null, seen_at = ${now}
      where s.id = ${actor.signInId} and s.method = 'demo' and s.ended_at is null
        and exists (select from clinic c where c.clinic_id = s.clinic_id and c.is_demo)`)
    if (opened === 0) throw closed
  })
}
