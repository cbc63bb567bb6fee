import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { current } from '../../clinic/records/fact.ts'
import { clinicalLists } from '../../clinic/records/record.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { sorted } from '../../clinic/request/seen.ts'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { dayIn } from '../../science/day-in.ts'
import { remsDeadline, remsForm, remsForms } from '../../science/rems/form.ts'
import { drillWords } from '../../web/words/en/drills.ts'
import { says } from '../../web/words/en/says/rems.ts'
import { clinicOf } from '../sessions/queries.ts'
import { closeReminders, saveAnswer, saveSending } from './changes.ts'
import { deadlineOf } from './deadline.ts'
import { fillForm, formText, missingIn } from './filled.ts'
import { remsPdf } from './pdf.ts'
import { type Found, findMaterial, listUnsent } from './queries.ts'
import { enrolmentRoutes } from './routes-of-enrolment.ts'
import { MarkSent, NewAnswer } from './sending.ts'

const OfSession = z.object({ patientId: z.uuid(), id: z.uuid() })
const Edition = z.object({ form: z.string().optional() })

const formNamed = (id: string | undefined) => {
  const form = id === undefined ? remsForms[0] : remsForm(id)
  if (!form) throw new Problem('not-found', says.noForm)
  return form
}

/** The material of an esketamine session in which something was given. */
const materialOf = async (q: Query, { patientId, id }: z.infer<typeof OfSession>): Promise<Found> => {
  const found = await findMaterial(q, patientId, id)
  if (!found) throw new Problem('not-found', says.noSession)
  if (found.row.route !== 'esketamine' || found.material.session.firstDoseAt === undefined)
    throw new Problem('not-found', says.noFormNeeded)
  return found
}

const shown = route({
  method: 'GET',
  path: '/api/patients/:patientId/sessions/:id/rems',
  may: 'rems.read',
  patient: 'patientId',
  opens: 'rems.opened',
  params: OfSession,
  query: Edition,
  async handle({ db, clinicId, params, query, now }) {
    const form = formNamed(query.form)
    const { row, material, answers, sendings, medicine } = await reading(db, { clinicId }, async (q) => ({
      ...(await materialOf(q, params)),
      medicine: (await clinicalLists(q, params.patientId)).medicine,
    }))
    const { firstDoseAt, ended } = material.session
    const { id, title, note, reviewBy } = form
    return {
      patientName: row.patientName,
      form: { id, title, note, reviewBy, stale: reviewBy < dayIn(material.timeZone, now) },
      forms: remsForms.map(({ id, title }) => ({ id, title })),
      fields: fillForm(form, material, answers),
      medicines: { is: medicine.known.is, facts: current(medicine.facts) },
      ended: Boolean(ended),
      ...deadlineOf(firstDoseAt ?? now, material.timeZone, now),
      sendings,
    }
  },
})

const printed = route({
  method: 'GET',
  path: '/api/patients/:patientId/sessions/:id/rems.pdf',
  may: 'rems.read',
  patient: 'patientId',
  opens: 'rems.printed',
  params: OfSession,
  query: Edition,
  async handle({ db, clinicId, params, query, now }) {
    const form = formNamed(query.form)
    const { material, answers, sendings, isDrill } = await reading(db, { clinicId }, (q) => materialOf(q, params))
    const mark = isDrill ? drillWords.paper : undefined
    const pdf = await remsPdf(form, fillForm(form, material, answers), { sendings, printedAt: now, mark })
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="rems-monitoring-form.pdf"',
      'cache-control': 'no-store',
    }
    return new Response(pdf, { headers })
  },
})

const answered = route({
  method: 'POST',
  path: '/api/patients/:patientId/sessions/:id/rems/answers',
  may: 'rems.write',
  patient: 'patientId',
  params: OfSession,
  body: NewAnswer,
  async handle(call) {
    const { body, params } = call
    const field = formNamed(body.form).fields.find(({ id }) => id === body.field)
    const wrong =
      field?.from !== 'asked'
        ? says.notAsked
        : field.answer === 'yes or no' && !['yes', 'no'].includes(body.value)
          ? says.yesOrNo
          : field.answer === 'minutes' && !/^\d{1,4}$/.test(body.value)
            ? says.minutes
            : undefined
    if (wrong) throw new Problem('invalid', wrong, { fields: { value: wrong } })
    await reading(call.db, { clinicId: call.clinicId }, (q) => materialOf(q, params))
    await audited(call.db, actOn(call, 'rems.answer', { field: body.field }), (tx) =>
      saveAnswer(tx, { ...body, sessionId: params.id, by: call.actor.id, now: call.now }),
    )
    return { id: body.id }
  },
})

type Call = Context & { params: z.infer<typeof OfSession> }

const actOn = ({ clinicId, actor, now, params }: Call, action: string, detail: Record<string, unknown>) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'session', id: params.id },
  patientId: params.patientId,
  detail,
})

const sent = route({
  method: 'POST',
  path: '/api/patients/:patientId/sessions/:id/rems/sent',
  may: 'rems.write',
  patient: 'patientId',
  params: OfSession,
  body: MarkSent,
  async handle(call) {
    const { db, clinicId, actor, now, params, body } = call
    const { material, answers, sendings } = await reading(db, { clinicId }, (q) => materialOf(q, params))
    const before = sendings.find(({ id }) => id === body.id)
    if (before) {
      const { form, how, sentOn, confirmation, words } = before
      if (sorted({ id: body.id, form, how, sentOn, confirmation, words }) !== sorted(body))
        throw new Problem('conflict', says.sameId)
      return { id: body.id }
    }
    const form = formNamed(body.form)
    const filled = fillForm(form, material, answers)
    const missing = missingIn(filled).map(({ id }) => id)
    const today = dayIn(material.timeZone, now)
    const given = dayIn(material.timeZone, material.session.firstDoseAt ?? now)
    const fields: Record<string, string> = {}
    if (!material.session.ended) throw new Problem('rule-held', says.notEnded)
    if (body.sentOn > today) fields.sentOn = says.future
    if (body.sentOn < given) fields.sentOn = says.beforeTreatment
    if (missing.length > 0 && !body.words) fields.words = says.whyMissing(missing.length)
    if (missing.length === 0 && sendings.length > 0 && !body.words) fields.words = says.whyAgain
    if (Object.keys(fields).length > 0) throw new Problem('invalid', Object.values(fields)[0] ?? '', { fields })
    const content = formText(form, filled)
    const hand = { by: actor.id, now }
    await audited(db, actOn(call, 'rems.sent', { form: form.id, how: body.how, missing }), async (tx) => {
      await saveSending(tx, { ...body, ...hand, sessionId: params.id, content, missing })
      await closeReminders(tx, params.id, remsDeadline.rule.id, hand, says.closed[body.how])
    })
    return { id: body.id }
  },
})

const due = route({
  method: 'GET',
  path: '/api/rems/due',
  may: 'rems.read',
  async handle({ db, clinicId, now }) {
    const { unsent, timeZone } = await reading(db, { clinicId }, async (q) => ({
      unsent: await listUnsent(q),
      timeZone: (await clinicOf(q)).timeZone,
    }))
    return { unsent: unsent.map((one) => ({ ...one, ...deadlineOf(one.dosedAt, timeZone, now) })) }
  },
})

export const remsRoutes: Route[] = [shown, printed, answered, sent, due, ...enrolmentRoutes]
