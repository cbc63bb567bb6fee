import { z } from 'zod'
import { reading } from '../../database/read.ts'
import type { Query, Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/records.ts'
import { mayDo, type Permission } from '../accounts/permissions.ts'
import { audited } from '../audit/audited.ts'
import { withdrawAstray } from '../links/changes.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { mayOpenChart } from './access.ts'
import { saveChange, saveIdentity, saveNoneKnown } from './changes.ts'
import { type ChangeOf, current, standing } from './fact.ts'
import { birthDateProblem, Identity } from './identity.ts'
import { impossibleDates, type Kind, NoneKnownAbout } from './kinds.ts'
import { clinicToday, daysOf, findLine, listPatients, listRows } from './queries.ts'
import { recordFor } from './record.ts'
import { listCandidates, register } from './register.ts'
import { changes, NewIdentity, Registration } from './registration.ts'
import { readSearch } from './search.ts'
import { assign, unassign } from './team/changes.ts'

const onPage = 50
const OfPatient = z.object({ patientId: z.uuid() })

/** What every write here is: one act, on one patient, with no words of theirs in the trail. */
const act = (
  { clinicId, actor, now }: Context,
  action: string,
  patientId: string,
  detail: Record<string, unknown> = {},
) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'patient', id: patientId },
  patientId,
  detail,
})
const by = ({ actor, now }: Context) => ({ actorId: actor.id, now })

/** Refuses a birth date that cannot be, seen from today in the clinic. */
export const checkBirthDate = async (q: Query, identity: Identity, now: string, path: string): Promise<void> => {
  const wrong = birthDateProblem(identity.birthDate, (await clinicToday(q, now)) as never)
  if (wrong) throw new Problem('invalid', wrong, { fields: { [path]: wrong } })
}

/** What of a change can lie on a day that cannot be, and where its form has it. */
const datesIn = <K extends Kind>(change: ChangeOf<K>): { dates: Record<string, unknown>; under: string } =>
  'fact' in change
    ? { dates: change.fact, under: 'fact.' }
    : { dates: change.change === 'ended' ? { on: change.on } : {}, under: '' }

/**
 * One list's writes. @param after what another stage does with it in the same act, such as an alert
 */
export const changeRoute = <K extends Kind>(
  kind: K,
  path: string,
  may: Permission,
  after?: (tx: Tx, patientId: string, change: ChangeOf<K>, now: Instant) => Promise<void>,
): Route =>
  route({
    method: 'POST',
    path: `/api/patients/:patientId/${path}`,
    may,
    patient: 'patientId',
    params: OfPatient,
    body: changes[kind],
    async handle({ body, params: { patientId }, ...context }) {
      const change = body as ChangeOf<K>
      return audited(
        context.db,
        act(context, `records.${change.change.replaceAll(' ', '-')}`, patientId, { kind, entry: change.id }),
        async (tx) => {
          const { dates, under } = datesIn(change)
          const fields = impossibleDates(dates, await daysOf(tx, patientId, context.now))
          if (Object.keys(fields).length > 0) {
            const paths = Object.fromEntries(Object.entries(fields).map(([key, why]) => [`${under}${key}`, why]))
            throw new Problem('invalid', says.someDateImpossible, { fields: paths })
          }
          await saveChange(tx, kind, patientId, change, by(context))
          await after?.(tx, patientId, change, context.now)
          return { id: change.id }
        },
      )
    },
  })

export const recordRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/patients',
    may: 'patients.list',
    query: z.object({ search: z.string().max(200).default('') }),
    async handle({ db, clinicId, actor, query }) {
      const found = await reading(db, { clinicId }, (q) => listPatients(q, actor, readSearch(query.search), onPage))
      return { patients: found.slice(0, onPage), more: found.length > onPage }
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/likely',
    may: 'patients.register',
    body: z.object({ identity: Identity }),
    async handle({ db, clinicId, body }) {
      return { candidates: await reading(db, { clinicId }, (q) => listCandidates(q, body.identity)) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients',
    may: 'patients.register',
    body: Registration,
    async handle({ body, ...context }) {
      const detail = { notTheSameAs: body.anyway?.notTheSameAs ?? [] }
      return audited(context.db, act(context, 'records.register', body.id, detail), async (tx) => {
        await checkBirthDate(tx, body.identity, context.now, 'identity.birthDate')
        return register(tx, body, by(context))
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/patients/:patientId',
    may: 'patients.read',
    patient: 'patientId',
    opens: 'records.open',
    params: OfPatient,
    async handle({ db, clinicId, actor, params }) {
      const reads = actor.kind === 'staff' && mayDo(actor.roles, 'records.read')
      return reading(db, { clinicId }, async (q) => {
        const clinical = reads && (await mayOpenChart(q, actor, params.patientId, 'records.read'))
        return recordFor(q, params.patientId, clinical)
      })
    },
  }),
  route({
    method: 'GET',
    path: '/api/patients/:patientId/line',
    may: 'patients.read',
    patient: 'patientId',
    params: OfPatient,
    async handle({ db, clinicId, params }) {
      return reading(db, { clinicId }, (q) => findLine(q, params.patientId))
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/identity',
    may: 'patients.register',
    patient: 'patientId',
    params: OfPatient,
    body: NewIdentity,
    async handle({ body, params: { patientId }, ...context }) {
      return audited(
        context.db,
        act(context, 'records.identity', patientId, { version: body.after + 1 }),
        async (tx) => {
          await checkBirthDate(tx, body.identity, context.now, 'identity.birthDate')
          await saveIdentity(tx, patientId, body, by(context))
          await withdrawAstray(tx, patientId, context.now)
          return { version: body.after + 1 }
        },
      )
    },
  }),
  changeRoute('contact', 'contacts', 'patients.register'),
  changeRoute('pharmacy', 'pharmacy', 'patients.register'),
  changeRoute('coverage', 'coverage', 'patients.register'),
  changeRoute('problem', 'problems', 'records.write'),
  changeRoute('medicine', 'medicines', 'records.write'),
  changeRoute('allergy', 'allergies', 'records.write'),
  changeRoute('supply', 'supplies', 'records.write'),
  changeRoute('loss', 'losses', 'records.write'),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/none-known',
    may: 'records.write',
    patient: 'patientId',
    params: OfPatient,
    body: z.object({ id: z.uuid(), about: NoneKnownAbout }),
    async handle({ body, params: { patientId }, ...context }) {
      return audited(context.db, act(context, 'records.none-known', patientId, { about: body.about }), async (tx) => {
        if (current(standing(await listRows(tx, body.about, patientId))).length > 0) {
          throw new Problem('conflict', says.listNotEmpty)
        }
        await saveNoneKnown(tx, patientId, body, by(context))
        return { id: body.id }
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/team',
    may: 'patients.assign',
    patient: 'patientId',
    params: OfPatient,
    body: z.object({ id: z.uuid(), staffId: z.uuid(says.chooseSomebody) }),
    async handle({ body, params: { patientId }, ...context }) {
      return audited(context.db, act(context, 'records.assign', patientId, { staff: body.staffId }), async (tx) => {
        await assign(tx, patientId, body, by(context))
        return { id: body.id }
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/team/:memberId/end',
    may: 'patients.assign',
    patient: 'patientId',
    params: OfPatient.extend({ memberId: z.uuid() }),
    async handle({ params: { patientId, memberId }, ...context }) {
      return audited(context.db, act(context, 'records.unassign', patientId, { member: memberId }), (tx) =>
        unassign(tx, patientId, memberId, by(context)),
      )
    },
  }),
]
