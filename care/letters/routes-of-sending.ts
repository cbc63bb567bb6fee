import { z } from 'zod'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { waitForReleases } from '../../clinic/releases/changes.ts'
import { SetAside } from '../../clinic/releases/requests.ts'
import { saveAside } from '../../clinic/releases/set-aside.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { drillWords } from '../../web/words/en/drills.ts'
import { says } from '../../web/words/en/says/care-letters.ts'
import { markVersionSent, signVersion } from './changes.ts'
import { isStillFor } from './letter.ts'
import { letterPdf } from './pdf.ts'
import { listSendings } from './queries.ts'
import { headOf, maySend, orAside, readLetter, readWho, recordsOrHeld } from './read.ts'
import { MarkSent, SignLetter } from './requests.ts'

const OfLetter = z.object({ patientId: z.uuid(), letterId: z.uuid() })

const sign = route({
  method: 'POST',
  path: '/api/patients/:patientId/letters/:letterId/sign',
  may: 'letters.sign',
  patient: 'patientId',
  params: OfLetter,
  body: SignLetter,
  async handle({ db, clinicId, actor, params: { patientId, letterId }, body, now }) {
    const subject = { kind: 'letter', id: letterId }
    const act = { clinicId, actor, action: 'letters.sign', at: now, subject, patientId }
    await audited(db, act, async (tx) => {
      await waitForReleases(tx, patientId)
      const { letter, versions, newest } = await readLetter(tx, patientId, letterId)
      const version = versions.find(({ id }) => id === body.versionId)
      if (!version) throw new Problem('not-found', says.noSuchLetter)
      if (version.textHash !== body.textHash) throw new Problem('conflict', says.otherText)
      if (!version.signature && version.id !== newest.id) throw new Problem('conflict', says.otherVersion)
      const found = await readWho(tx, patientId, now)
      const { who } = found
      if (!version.signature) {
        orAside(letter)
        // Who it is about and to whom it goes may have been corrected since it was written.
        const head = headOf(letter.kind, letter.recipientId, found)
        if (!isStillFor(head, version)) throw new Problem('conflict', says.namesChanged)
      }
      // Signed already: whatever became of the release since, it was.
      const releaseIds = version.signature
        ? []
        : recordsOrHeld(await maySend(tx, patientId, letter, version, who.today))
      const first = await signVersion(tx, {
        ...body,
        letterId,
        onDay: who.today,
        releaseIds,
        by: actor.id,
        now,
      })
      if (first.id !== body.id) throw new Problem('conflict', says.signedBy(first.by), { first })
    })
    return { id: body.id }
  },
})

/** The signed text as paper. For somebody outside it is a way out, so it asks as sending does. */
const pdf = route({
  method: 'GET',
  path: '/api/patients/:patientId/letters/:letterId/pdf',
  may: 'letters.read',
  patient: 'patientId',
  opens: 'letters.print',
  params: OfLetter,
  async handle({ db, clinicId, params: { patientId, letterId }, now }) {
    const { version, isDrill, from } = await reading(db, { clinicId }, async (q) => {
      const { letter, versions } = await readLetter(q, patientId, letterId)
      const version = versions.find(({ signature }) => signature !== null)
      orAside(letter)
      if (!version) throw new Problem('rule-held', says.notSigned)
      const { who } = await readWho(q, patientId, now)
      recordsOrHeld(await maySend(q, patientId, letter, version, who.today))
      const clinic = await findClinic(q)
      return { version, isDrill: who.isDrill, from: clinic ?? { name: who.clinicName, address: {} } }
    })
    const mark = isDrill ? drillWords.paper : undefined
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="letter.pdf"',
      'cache-control': 'no-store',
    }
    return new Response(await letterPdf(version, { from, printedAt: now, mark }), { headers })
  },
})

/** A person says that it went out, when and how; the software sends nothing. */
const sent = route({
  method: 'POST',
  path: '/api/patients/:patientId/letters/:letterId/sent',
  may: 'letters.write',
  patient: 'patientId',
  params: OfLetter,
  body: MarkSent,
  async handle({ db, clinicId, actor, params: { patientId, letterId }, body, now }) {
    const subject = { kind: 'letter', id: letterId }
    const act = { clinicId, actor, action: 'letters.sent', at: now, subject, patientId, detail: { how: body.how } }
    await audited(db, act, async (tx) => {
      await waitForReleases(tx, patientId)
      const { letter, versions } = await readLetter(tx, patientId, letterId)
      const version = versions.find(({ id }) => id === body.versionId)
      if (!version?.signature) throw new Problem('rule-held', says.notSigned)
      const { who } = await readWho(tx, patientId, now)
      const sentOn =
        body.sentOn > who.today ? says.future : body.sentOn < version.signature.onDay ? says.beforeSigned : undefined
      if (sentOn) throw new Problem('invalid', sentOn, { fields: { sentOn } })
      orAside(letter)
      const isAgain = (await listSendings(tx, letterId)).some(({ id }) => id === body.id)
      // Stored already: whatever became of the release since, it did go out.
      const releaseIds = isAgain ? [] : recordsOrHeld(await maySend(tx, patientId, letter, version, body.sentOn))
      await markVersionSent(tx, {
        ...body,
        letterId,
        onDay: body.sentOn,
        releaseIds,
        by: actor.id,
        now,
      })
    })
    return { id: body.id }
  },
})

/** It was not meant to be, or is meant no more. Not for one that has gone out: that stands as it is. */
const setAside = route({
  method: 'POST',
  path: '/api/patients/:patientId/letters/:letterId/set-aside',
  may: 'letters.write',
  patient: 'patientId',
  params: OfLetter,
  body: SetAside,
  async handle({ db, clinicId, actor, params: { patientId, letterId }, body, now }) {
    const subject = { kind: 'letter', id: letterId }
    const act = { clinicId, actor, action: 'letters.set-aside', at: now, subject, patientId }
    await audited(db, act, async (tx) => {
      await waitForReleases(tx, patientId)
      const { letter } = await readLetter(tx, patientId, letterId)
      if (letter.sentOn !== null) throw new Problem('conflict', says.sentStays)
      const first = await saveAside(tx, { ...body, what: 'letter', of: letterId, by: actor.id, now })
      if (first.id !== body.id) throw new Problem('conflict', says.wasSetAside(first.by), { first })
    })
    return { id: body.id }
  },
})

export const outgoingRoutes: Route[] = [sign, pdf, sent, setAside]
