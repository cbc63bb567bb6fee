import type { Actor } from '../../clinic/accounts/actor.ts'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import type { Query } from '../../database/types.ts'
import { phq9Outcome } from '../../science/instruments/outcome.ts'
import type { Instant } from '../../science/time.ts'
import { listFollowed } from '../outcomes/queries.ts'
import { type Listed, listedFrom } from './listed.ts'
import { listAnswered, listTreatments } from './queries.ts'

/** Everybody this person sees, with what there is to look at. Four statements sent together, however many patients. */
export const readRegistry = async (q: Query, actor: Actor, now: Instant): Promise<Listed[]> => {
  const [clinic, treatments, answered, followed] = await Promise.all([
    findClinic(q),
    listTreatments(q, actor),
    listAnswered(q, phq9Outcome.instrument),
    listFollowed(q, now),
  ])
  if (!clinic) return []
  const roles = actor.kind === 'staff' ? actor.roles : []
  const here = {
    now,
    timeZone: clinic.timeZone,
    morning: clinic.policy.nextDayCheckAt ?? '09:00',
    sees: { rems: mayDo(roles, 'rems.read'), alerts: mayDo(roles, 'alerts.read') },
  }
  const byPatient = new Map(followed.map((one) => [one.patientId, one]))
  return treatments.map((treatment) =>
    listedFrom(
      {
        treatment,
        answered: answered.get(treatment.patientId) ?? [],
        followed: byPatient.get(treatment.patientId),
      },
      here,
    ),
  )
}
