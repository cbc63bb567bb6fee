import { setImmediate } from 'node:timers/promises'
import type { Actor } from '../../clinic/accounts/actor.ts'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { reading } from '../../database/read.ts'
import type { Database, Query } from '../../database/types.ts'
import { phq9Outcome } from '../../science/instruments/outcome.ts'
import type { Instant } from '../../science/time.ts'
import { nothingChosen } from '../outcomes/definitions.ts'
import { listFollowed } from '../outcomes/queries.ts'
import { listAtOnce } from '../outcomes/queries-of-at-once.ts'
import { rhythmOf } from '../outcomes/schedule.ts'
import { readAnswered } from './kept-answers.ts'
import { type Listed, listedFrom } from './listed.ts'
import { listTreatments } from './queries.ts'

/**
 * What the registry is made of, of everybody this person sees. A few statements, however many patients, one after the other
 * and each in a transaction of its own: others have their turn at the database in between.
 */
export const gather = async (db: Database, clinicId: string, actor: Actor, now: Instant) => {
  const ask = <T>(run: (q: Query) => Promise<T>) => reading(db, { clinicId }, run)
  const clinic = await ask(findClinic)
  const chosen = clinic?.definitions ?? nothingChosen
  const treatments = await ask((q) => listTreatments(q, actor))
  const answered = await readAnswered(db, clinicId, phq9Outcome.instrument)
  const atOnce = await ask((q) => listAtOnce(q))
  const followed = await ask((q) => listFollowed(q, now, { rated: true }))
  return {
    clinic,
    chosen,
    treatments,
    answered,
    atOnce,
    followed: new Map(followed.map((one) => [one.patientId, one])),
  }
}

/** So many at a time; others are answered in between. */
const atATime = 250

/** Everybody who was gathered, with what there is to look at. Outside of the transaction: the database is others' meanwhile. */
export const everybody = async (
  { clinic, chosen, treatments, answered, atOnce, followed }: Awaited<ReturnType<typeof gather>>,
  actor: Actor,
  now: Instant,
): Promise<Listed[]> => {
  if (!clinic) return []
  const roles = actor.kind === 'staff' ? actor.roles : []
  const here = {
    now,
    ...rhythmOf(clinic),
    chosen,
    // Whose charts somebody may open, of those they may know what is open.
    sees: { rems: mayDo(roles, 'rems.read'), alerts: mayDo(roles, 'chart.read') },
  }
  const rows: Listed[] = []
  for (const [index, treatment] of treatments.entries()) {
    if (index % atATime === atATime - 1) await setImmediate()
    const { patientId } = treatment
    const known = { answered: answered.get(patientId) ?? [], atOnce: atOnce.get(patientId) ?? [] }
    rows.push(listedFrom({ treatment, ...known, followed: followed.get(patientId) }, here))
  }
  return rows
}
