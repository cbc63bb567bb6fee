import { z } from 'zod'
import { audited } from '../../../clinic/audit/audited.ts'
import { sha256 } from '../../../clinic/print/sha256.ts'
import { Problem } from '../../../clinic/request/problem.ts'
import { type Route, route } from '../../../clinic/request/route.ts'
import { reading } from '../../../database/read.ts'
import type { Query } from '../../../database/types.ts'
import type { Instant } from '../../../science/time.ts'
import { drillWords } from '../../../web/words/en/drills.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import { says } from '../../../web/words/en/says/sessions.ts'
import { appendEvent, waitForSession } from '../changes.ts'
import { findSignedFacts, keepSignedFacts, readCodedFacts } from '../coded/queries.ts'
import { entriesOf } from '../log.ts'
import { protocolFor } from '../protocol.ts'
import { clinicOf, findSession, listEvents, listNames } from '../queries.ts'
import { findStored } from '../queries-refusal.ts'
import { type Session, sessionFrom } from '../session.ts'
import { noteFrom, noteText, timeIn } from './note.ts'
import { notePdf } from './pdf.ts'
import { listRatedHere, type RatedHere } from './rated.ts'

const OfPatient = z.object({ patientId: z.uuid(), id: z.uuid() })

/**
 * The note, its hash, and who has signed which. As long as nothing was written since, it is what was signed, word for
 * word: neither a newer version of Evenkeel nor a corrected name changes that. Then it is what the log gives now.
 */
const readNote = async (q: Query, sessionId: string, patientId?: string) => {
  const row = await findSession(q, sessionId)
  if (!row || (patientId !== undefined && row.patientId !== patientId))
    throw new Problem('not-found', says.noSuchSession)
  const [events, clinic, rated] = await Promise.all([
    listEvents(q, sessionId),
    clinicOf(q),
    listRatedHere(q, sessionId),
  ])
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
  const derived = noteFrom(session, { ...row, clinicName, timeZone, people, protocol, rated })
  const signed = signaturesIn(session, events.length, rated, sha256(noteText(derived)))
  const note = signed.findLast(({ current }) => current)?.note ?? derived
  const text = noteText(note)
  const hash = sha256(text)
  const signatures = signed.map(({ byId, note: asSigned, ...signature }) => ({
    ...signature,
    by: people[byId] ?? byId,
    /** As it read then, where it reads otherwise now. */
    asSigned: signature.hash === hash ? undefined : asSigned,
  }))
  const mark = clinic.isDrill ? drillWords.paper : undefined
  return { row, session, people, note, text, hash, signatures, timeZone, mark, entries: events.length }
}

/** `current`: nothing but signatures was written since, and nothing rated. Of one that kept no words only the hash can tell. */
const signaturesIn = (session: Session, entries: number, rated: readonly RatedHere[], hash: string) => {
  const signed = entriesOf(session.log, 'signed')
  const unseen = (at: Instant) => rated.some((one) => one.recordedAt > at)
  return signed.map(({ id, data, recordedAt, recordedBy }, before) => ({
    id,
    hash: data.hash,
    at: recordedAt,
    byId: recordedBy,
    note: data.note,
    current: data.note ? data.entries - before === entries - signed.length && !unseen(recordedAt) : data.hash === hash,
  }))
}

/**
 * What was recorded, with codes and units. As long as the note is what was signed, these are the facts kept with that
 * signature, under the codes of then; otherwise what the log and the codes give now.
 */
const readFacts = async (q: Query, found: Awaited<ReturnType<typeof readNote>>, now: Instant) => {
  const signature = found.signatures.findLast(({ current }) => current)
  const facts = signature && (await findSignedFacts(q, signature.id))
  if (!facts) return readCodedFacts(q, { ...found, now })
  const { id, by, at } = signature
  return { ...facts, signed: { id, by, at } }
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
    const { facts, ...found } = await reading(db, { clinicId }, async (q) => {
      const read = await readNote(q, params.id, params.patientId)
      return { ...read, facts: await readFacts(q, read, now) }
    })
    const time = timeIn(found.timeZone, '')
    const signed = found.signatures.map(({ by, at, current }) => words.signedBy(by, time(at), current))
    const signatures = signed.length > 0 ? signed : [words.notSigned]
    const pdf = await notePdf(found.note, {
      text: found.text,
      hash: found.hash,
      signatures,
      printedAt: now,
      mark: found.mark,
      facts: asFile(facts),
      // The note's first line says whose it is.
      of: found.note.sections[0]?.lines[0],
    })
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="session-note.pdf"',
      'cache-control': 'no-store',
    }
    return new Response(pdf, { headers })
  },
})

const asFile = (facts: object): string => `${JSON.stringify(facts, null, 1)}\n`

const coded = route({
  method: 'GET',
  path: '/api/patients/:patientId/sessions/:id/facts',
  may: 'sessions.note',
  patient: 'patientId',
  opens: 'sessions.facts.opened',
  params: OfPatient,
  async handle({ db, clinicId, now, params }) {
    const facts = await reading(db, { clinicId }, async (q) =>
      readFacts(q, await readNote(q, params.id, params.patientId), now),
    )
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="session-facts.json"',
      'cache-control': 'no-store',
    }
    return new Response(asFile(facts), { headers })
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
      const found = await readNote(tx, params.id)
      const { session, note, hash, entries } = found
      if (!session.ended) throw new Problem('rule-held', says.nothingToSign)
      if (hash !== body.hash) throw new Problem('conflict', says.noteChanged)
      const data = { hash, entries, note }
      await appendEvent(tx, {
        id: body.id,
        sessionId: params.id,
        kind: 'signed',
        happenedAt: now,
        recordedAt: now,
        recordedBy: actor.id,
        data,
      })
      const facts = await readCodedFacts(tx, { ...found, now })
      await keepSignedFacts(tx, { signatureId: body.id, sessionId: params.id, facts })
    })
    return { id: body.id }
  },
})

export const noteRoutes: Route[] = [shown, printed, coded, sign]
