import { z } from 'zod'
import { mayDo } from '../../clinic/accounts/permissions.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { readReleases } from '../../clinic/releases/read.ts'
import { standingOn } from '../../clinic/releases/release.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/care-letters.ts'
import { saveLetter, saveVersion } from './changes.ts'
import { canonical, changedSince, letterFrom, letterText, namesSubstanceUse, openWords } from './letter.ts'
import { listLetters, listSendings } from './queries.ts'
import { headOf, maySend, orAside, readDerived, readLetter, readWho } from './read.ts'
import { NewLetter, NewVersion } from './requests.ts'
import { outgoingRoutes } from './routes-of-sending.ts'

const OfPatient = z.object({ patientId: z.uuid() })
const OfLetter = z.object({ patientId: z.uuid(), letterId: z.uuid() })

const listed = route({
  method: 'GET',
  path: '/api/patients/:patientId/letters',
  may: 'letters.read',
  patient: 'patientId',
  opens: 'letters.open',
  params: OfPatient,
  handle: ({ db, clinicId, params: { patientId }, now }) =>
    reading(db, { clinicId }, async (q) => {
      const [letters, { recipients }] = await Promise.all([listLetters(q, patientId), readWho(q, patientId, now)])
      return { letters, recipients }
    }),
})

/** What the chart shows of them: letters for whoever reads letters, releases as far as this person may see them. */
const papers = route({
  method: 'GET',
  path: '/api/patients/:patientId/papers',
  may: 'releases.read',
  patient: 'patientId',
  opens: 'papers.open',
  params: OfPatient,
  handle: ({ db, clinicId, actor, params: { patientId }, now }) =>
    reading(db, { clinicId }, async (q) => {
      const mayRead = actor.kind === 'staff' && mayDo(actor.roles, 'letters.read')
      const [letters, { releases, recipients, who }] = await Promise.all([
        mayRead ? listLetters(q, patientId) : null,
        readReleases(q, patientId, actor, now),
      ])
      return {
        letters,
        releases: releases.map((release) => ({
          id: release.id,
          form: release.form,
          until: release.until,
          standing: standingOn(release, who.today),
          to: recipients.find(({ id }) => id === release.recipientId),
        })),
      }
    }),
})

const shown = route({
  method: 'GET',
  path: '/api/patients/:patientId/letters/:letterId',
  may: 'letters.read',
  patient: 'patientId',
  opens: 'letters.open',
  params: OfLetter,
  handle: ({ db, clinicId, params: { patientId, letterId }, now }) =>
    reading(db, { clinicId }, async (q) => {
      const { letter, versions, newest } = await readLetter(q, patientId, letterId)
      const { who } = await readWho(q, patientId, now)
      const { derived, seen } = await readDerived(q, patientId, letter.kind, now)
      return {
        letter,
        newest,
        versions: versions.map(({ id, number, at, by, signature }) => ({ id, number, at, by, signature })),
        derived,
        seen,
        changed: changedSince(newest.derived, derived),
        sharing: await maySend(q, patientId, letter, newest, who.today),
        sendings: await listSendings(q, letterId),
        today: who.today,
      }
    }),
})

const start = route({
  method: 'POST',
  path: '/api/patients/:patientId/letters',
  may: 'letters.write',
  patient: 'patientId',
  params: OfPatient,
  body: NewLetter,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const { patientId } = params
    const { kind, recipientId, id } = body
    const { head, derived, isAside } = await reading(db, { clinicId }, async (q) => {
      const found = await readWho(q, patientId, now)
      const isAside = found.recipients.some((one) => one.id === recipientId && one.aside)
      return { isAside, head: headOf(kind, recipientId, found), ...(await readDerived(q, patientId, kind, now)) }
    })
    if (kind === 'patient' && recipientId !== null) throw invalid('recipientId', says.noneForPatient)
    if (kind !== 'patient' && !head.recipient) throw invalid('recipientId', says.noRecipient)
    if (isAside) throw invalid('recipientId', says.recipientAside)
    const substanceUse = kind !== 'patient' && namesSubstanceUse(derived) ? true : null
    const sections = canonical(derived)
    await audited(db, actOn(call, 'letters.start', id, { kind }), async (tx) => {
      await saveLetter(tx, { ...body, patientId, by: actor.id, now })
      const rendered = letterText(letterFrom(head, derived, substanceUse))
      const version = {
        id: body.versionId,
        letterId: id,
        number: 1,
        sections,
        derived: sections,
        substanceUse,
        lookedWords: [],
        rendered,
      }
      // Started again after the answer was lost: the first version that was stored stands.
      await saveVersion(tx, { ...version, by: actor.id, now })
    })
    return { id }
  },
})

const write = route({
  method: 'POST',
  path: '/api/patients/:patientId/letters/:letterId/versions',
  may: 'letters.write',
  patient: 'patientId',
  params: OfLetter,
  body: NewVersion,
  limit: 512 * 1024,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const { patientId, letterId } = params
    const { head, derived, seen, newest, versions, letter } = await reading(db, { clinicId }, async (q) => {
      const found = await readLetter(q, patientId, letterId)
      const { kind, recipientId } = found.letter
      const head = headOf(kind, recipientId, await readWho(q, patientId, now))
      return { ...found, head, ...(await readDerived(q, patientId, kind, now)) }
    })
    orAside(letter)
    const stored = versions.some(({ id }) => id === body.id)
    if (!stored && newest.number !== body.after) throw beaten(newest.by, newest.at)
    if (!stored && seen !== body.seen) throw new Problem('conflict', says.recordChanged)
    if (!body.sections.some(({ text }) => text.trim() !== '')) throw new Problem('invalid', says.empty)
    const substanceUse = head.kind === 'patient' ? null : body.substanceUse
    if (substanceUse === false && namesSubstanceUse(body.sections))
      throw invalid('substanceUse', says.substanceUseNamed)
    // What was looked at is kept only where it is what the answer rests on.
    const lookedWords = substanceUse === false ? body.lookedWords.toSorted() : []
    const open = substanceUse === false ? openWords(body.sections, lookedWords) : []
    if (open.length > 0) throw invalid('substanceUse', says.substanceWords(open))
    await audited(db, actOn(call, 'letters.write', letterId), async (tx) => {
      const first = await saveVersion(tx, {
        id: body.id,
        letterId,
        number: body.after + 1,
        sections: canonical(body.sections),
        derived: canonical(derived),
        substanceUse,
        lookedWords,
        rendered: letterText(letterFrom(head, body.sections, substanceUse)),
        by: actor.id,
        now,
      })
      if (first) throw beaten(first.by, first.at)
    })
    return { id: body.id }
  },
})

const beaten = (by: string, at: string) => new Problem('conflict', says.writtenMeanwhile(by), { first: { by, at } })
const invalid = (field: string, why: string) => new Problem('invalid', why, { fields: { [field]: why } })

type Call = Context & { params: { patientId: string } }
const actOn = (
  { clinicId, actor, now, params: { patientId } }: Call,
  action: string,
  id: string,
  detail: Record<string, unknown> = {},
) => ({ clinicId, actor, action, at: now, subject: { kind: 'letter', id }, patientId, detail })

export const letterRoutes: Route[] = [listed, papers, shown, start, write, ...outgoingRoutes]
