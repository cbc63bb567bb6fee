import { z } from 'zod'
import { audited } from '../../../clinic/audit/audited.ts'
import { sha256 } from '../../../clinic/print/sha256.ts'
import { Problem } from '../../../clinic/request/problem.ts'
import { type Route, route } from '../../../clinic/request/route.ts'
import { reading } from '../../../database/read.ts'
import type { Query } from '../../../database/types.ts'
import { drillWords } from '../../../web/words/en/drills.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import { says } from '../../../web/words/en/says/sessions.ts'
import { appendEvent, waitForSession } from '../changes.ts'
import { entriesOf } from '../log.ts'
import { protocolFor } from '../protocol.ts'
import { clinicOf, findSession, listEvents, listNames } from '../queries.ts'
import { findStored } from '../queries-refusal.ts'
import { sessionFrom } from '../session.ts'
import { noteFrom, noteText, timeIn } from './note.ts'
import { notePdf } from './pdf.ts'

const OfPatient = z.object({ patientId: z.uuid(), id: z.uuid() })

/** The note as the log gives it now, its hash, and who has signed which. */
const readNote = async (q: Query, sessionId: string, patientId?: string) => {
  const row = await findSession(q, sessionId)
  if (!row || (patientId !== undefined && row.patientId !== patientId))
    throw new Problem('not-found', says.noSuchSession)
  const [events, clinic] = await Promise.all([listEvents(q, sessionId), clinicOf(q)])
  const people = await listNames(
    q,
    events.flatMap((event) =>
      event.kind === 'booked'
        ? [event.recordedBy, event.data.responsibleId]
        : event.kind === 'handed over'
          ? [event.recordedBy, event.data.toId]
          : [event.recordedBy],
    ),
  )
  const session = sessionFrom(events)
  const { timeZone, name: clinicName } = clinic
  const protocol = protocolFor(row.route, clinic.policy)
  const note = noteFrom(session, { ...row, clinicName, timeZone, people, protocol })
  const text = noteText(note)
  const hash = sha256(text)
  const signatures = entriesOf(session.log, 'signed').map(({ id, data, recordedAt, recordedBy }) => ({
    id,
    hash: data.hash,
    at: recordedAt,
    by: people[recordedBy] ?? recordedBy,
    /** False when the log has grown or was corrected since. */
    current: data.hash === hash,
  }))
  const mark = clinic.isDrill ? drillWords.paper : undefined
  return { row, session, note, text, hash, signatures, timeZone, mark, entries: events.length }
}

const shown = route({
  method: 'GET',
  path: '/api/patients/:patientId/sessions/:id/note',
  may: 'sessions.note',
  patient: 'patientId',
  opens: 'sessions.note.opened',
  params: OfPatient,
  async handle({ db, clinicId, params }) {
    const { row, session, note, hash, signatures } = await reading(db, { clinicId }, (q) =>
      readNote(q, params.id, params.patientId),
    )
    return {
      id: row.id,
      patientName: row.patientName,
      phase: session.phase,
      route: row.route,
      ended: Boolean(session.ended),
      note,
      hash,
      signatures,
    }
  },
})

const printed = route({
  method: 'GET',
  path: '/api/patients/:patientId/sessions/:id/note.pdf',
  may: 'sessions.note',
  patient: 'patientId',
  opens: 'sessions.note.printed',
  params: OfPatient,
  async handle({ db, clinicId, now, params }) {
    const found = await reading(db, { clinicId }, (q) => readNote(q, params.id, params.patientId))
    const time = timeIn(found.timeZone, '')
    const signed = found.signatures.map(({ by, at, current }) => words.signedBy(by, time(at), current))
    const signatures = signed.length > 0 ? signed : [words.notSigned]
    const pdf = await notePdf(found.note, {
      text: found.text,
      hash: found.hash,
      signatures,
      printedAt: now,
      mark: found.mark,
    })
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="session-note.pdf"',
      'cache-control': 'no-store',
    }
    return new Response(pdf, { headers })
  },
})

const sign = route({
  method: 'POST',
  path: '/api/sessions/:id/sign',
  may: 'sessions.record',
  params: z.object({ id: z.uuid() }),
  body: z.object({ id: z.uuid(), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  async handle({ db, clinicId, actor, now, params, body }) {
    const row = await reading(db, { clinicId }, (q) => findSession(q, params.id))
    if (!row) throw new Problem('not-found', says.noSuchSession)
    const subject = { kind: 'session', id: params.id }
    const act = {
      clinicId,
      actor,
      action: 'sessions.sign',
      at: now,
      subject,
      patientId: row.patientId,
      detail: { entry: body.id },
    }
    await audited(db, act, async (tx) => {
      if (await findStored(tx, { id: body.id, sessionId: params.id, kind: 'signed', data: { hash: body.hash } })) return
      await waitForSession(tx, params.id)
      const { session, hash, entries } = await readNote(tx, params.id)
      if (!session.ended) throw new Problem('rule-held', says.nothingToSign)
      if (hash !== body.hash) throw new Problem('conflict', says.noteChanged)
      const data = { hash, entries }
      await appendEvent(tx, {
        id: body.id,
        sessionId: params.id,
        kind: 'signed',
        happenedAt: now,
        recordedAt: now,
        recordedBy: actor.id,
        data,
      })
    })
    return { id: body.id }
  },
})

export const noteRoutes: Route[] = [shown, printed, sign]
