import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Database, Query } from '../../database/types.ts'
import { diagnosisGroupOf } from '../../science/cohorts/diagnosis-groups.ts'
import type { Route } from '../../science/decide.ts'
import { phq9Outcome } from '../../science/instruments/outcome.ts'
import type { Day, Instant } from '../../science/time.ts'
import { listAtOnce } from '../outcomes/queries-of-at-once.ts'
import { scoresAt } from '../registry/change.ts'
import { readAnswered } from '../registry/kept-answers.ts'
import { standingDoses } from '../sessions/doses.ts'
import type { Started } from './starter.ts'

type CourseRow = {
  patientId: string
  route: Route
  planned: number
  dosedAt: Instant[]
  switchedAt: Instant | null
  codes: string[]
  birthDate: Day
  sex: string | null
}

/** Who somebody is, as far as an export without names may use it. Never shown with a name. */
export type About = Pick<CourseRow, 'birthDate' | 'sex'>

/** Everybody who ever had a dose, by their first plan. One statement. */
const listCourses = (q: Query): Promise<CourseRow[]> =>
  q.all<CourseRow>(sql`
    with recursive ${standingDoses()},
    first as (select distinct on (patient_id) patient_id, plan_id, at from dose order by patient_id, at, plan_id),
    given as (
      select d.plan_id, array_agg(d.at order by d.at) as dosed from dose d group by d.plan_id),
    elsewhere as (
      select d.patient_id, min(d.at) as at
      from dose d join first f on f.patient_id = d.patient_id join plan n on n.id = f.plan_id
      where d.route <> n.route and d.at > f.at group by d.patient_id),
    coded as (
      select p.patient_id, array_agg(distinct p.code) as codes from problem p
      where p.code is not null and p.status <> 'resolved' and p.change in ('recorded', 'corrected')
        and not exists (select from problem c where c.clinic_id = p.clinic_id and c.corrects = p.id)
      group by p.patient_id)
    select f.patient_id as "patientId", n.route, v.sessions as planned, g.dosed as "dosedAt",
           e.at as "switchedAt",
           coalesce(c.codes, '{}') as codes, p.birth_date as "birthDate", p.sex
    from first f
    join plan n on n.id = f.plan_id
    join plan_version v on v.clinic_id = n.clinic_id and v.plan_id = n.id and v.number = 1
    join given g on g.plan_id = f.plan_id
    join patient_now p on p.clinic_id = n.clinic_id and p.id = f.patient_id
    left join elsewhere e on e.patient_id = f.patient_id
    left join coded c on c.patient_id = f.patient_id`)

/** Everybody who started, with their complete PHQ-9s. Three statements, and more where somebody answered since. */
export const listStarted = async (db: Database, clinicId: string): Promise<(Started & { about: About })[]> => {
  const courses = await reading(db, { clinicId }, listCourses)
  const answered = await readAnswered(db, clinicId, phq9Outcome.instrument)
  const atOnce = await reading(db, { clinicId }, (q) => listAtOnce(q))
  return courses.map(({ patientId, route, planned, dosedAt, switchedAt, codes, birthDate, sex }) => ({
    route,
    planned,
    dosedAt,
    switchedAt,
    diagnosis: diagnosisGroupOf(codes),
    scores: scoresAt(answered.get(patientId) ?? []),
    atOnce: atOnce.get(patientId) ?? [],
    about: { birthDate, sex },
  }))
}
