import { z } from 'zod'
import { reading } from '../../database/read.ts'
import { drillWords } from '../../web/words/en/drills.ts'
import { releaseWords } from '../../web/words/en/releases.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { audited } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { saveChange, saveRecipient, saveRelease, saveRevocation, waitForReleases } from './changes.ts'
import { releasePdf } from './pdf.ts'
import { findText, isNamedInText, listRecipients } from './queries.ts'
import { readReleases } from './read.ts'
import { releaseText } from './release.ts'
import { ChangeRecipient, NewRecipient, NewRelease, Revoke, staysAsNamed, wrongIn } from './requests.ts'
import { releaseLinkRoutes } from './routes-of-link.ts'
import { releaseRequestRoutes } from './routes-of-request.ts'

const OfPatient = z.object({ patientId: z.uuid() })
const OfRelease = z.object({ patientId: z.uuid(), releaseId: z.uuid() })

const shown = route({
  method: 'GET',
  path: '/api/patients/:patientId/releases',
  may: 'releases.read',
  patient: 'patientId',
  opens: 'releases.open',
  params: OfPatient,
  handle: ({ db, clinicId, actor, params, now }) =>
    reading(db, { clinicId }, async (q) => {
      const { reach: _, ...shown } = await readReleases(q, params.patientId, actor, now)
      return shown
    }),
})

const named = route({
  method: 'POST',
  path: '/api/patients/:patientId/recipients',
  may: 'releases.record',
  patient: 'patientId',
  params: OfPatient,
  body: NewRecipient,
  async handle({ db, clinicId, actor, params: { patientId }, body, now }) {
    const subject = { kind: 'recipient', id: body.id }
    const act = { clinicId, actor, action: 'releases.name', at: now, subject, patientId }
    await audited(db, act, (tx) => saveRecipient(tx, { ...body, patientId, by: actor.id, now }))
    return { id: body.id }
  },
})

/** Corrected, set aside or taken up again. What a signed text says stays as it was named. */
const change = route({
  method: 'POST',
  path: '/api/patients/:patientId/recipients/:recipientId',
  may: 'releases.record',
  patient: 'patientId',
  params: z.object({ patientId: z.uuid(), recipientId: z.uuid() }),
  body: ChangeRecipient,
  async handle({ db, clinicId, actor, params: { patientId, recipientId }, body, now }) {
    const subject = { kind: 'recipient', id: recipientId }
    const act = { clinicId, actor, action: 'releases.correct', at: now, subject, patientId }
    await audited(db, act, async (tx) => {
      await waitForReleases(tx, patientId)
      const recipient = (await listRecipients(tx, patientId)).find(({ id }) => id === recipientId)
      if (!recipient) throw new Problem('not-found', says.noRecipient)
      if (!staysAsNamed(recipient, body) && (await isNamedInText(tx, recipientId)))
        throw new Problem('conflict', says.namedAlready)
      await saveChange(tx, { ...body, patientId, recipientId, by: actor.id, now })
    })
    return { id: body.id }
  },
})

const record = route({
  method: 'POST',
  path: '/api/patients/:patientId/releases',
  may: 'releases.record',
  patient: 'patientId',
  params: OfPatient,
  body: NewRelease,
  async handle({ db, clinicId, actor, params: { patientId }, body, now }) {
    const { who, recipients, mayPart2 } = await reading(db, { clinicId }, (q) => readReleases(q, patientId, actor, now))
    if (body.form === 'part 2' && !mayPart2) throw new Problem('not-allowed', says.notReadable)
    const recipient = recipients.find(({ id }) => id === body.recipientId)
    if (!recipient) throw new Problem('not-found', says.noRecipient)
    if (recipient.aside) throw new Problem('rule-held', says.recipientIsAside)
    const fields = wrongIn(body, who.today)
    const [wrong] = Object.values(fields)
    if (wrong) throw new Problem('invalid', wrong, { fields })
    if (body.text !== releaseText({ ...body, ...who, recipient })) throw new Problem('conflict', says.otherText)
    const subject = { kind: 'release', id: body.id }
    const act = { clinicId, actor, action: 'releases.record', at: now, subject, patientId }
    await audited(db, act, (tx) => saveRelease(tx, { ...body, patientId, by: actor.id, now }))
    return { id: body.id }
  },
})

const revoke = route({
  method: 'POST',
  path: '/api/patients/:patientId/releases/:releaseId/revoke',
  may: 'releases.record',
  patient: 'patientId',
  params: OfRelease,
  body: Revoke,
  async handle({ db, clinicId, actor, params: { patientId, releaseId }, body, now }) {
    const found = await reading(db, { clinicId }, (q) => readReleases(q, patientId, actor, now))
    const release = found.releases.find(({ id }) => id === releaseId)
    if (!release) throw new Problem('not-found', says.noSuchRelease)
    const revokedOn =
      body.revokedOn > found.who.today
        ? says.revokedInFuture
        : body.revokedOn < release.signedOn
          ? says.revokedBeforeSigned
          : undefined
    if (revokedOn) throw new Problem('invalid', revokedOn, { fields: { revokedOn } })
    const subject = { kind: 'release', id: releaseId }
    const act = { clinicId, actor, action: 'releases.revoke', at: now, subject, patientId }
    await audited(db, act, async (tx) => {
      await waitForReleases(tx, patientId)
      const { same, by, at } = await saveRevocation(tx, { ...body, releaseId, by: { staff: actor.id }, now })
      if (!same) throw new Problem('conflict', says.revokedBy(by), { first: { by: by ?? releaseWords.thePatient, at } })
    })
    return { id: body.id }
  },
})

const pdf = route({
  method: 'GET',
  path: '/api/patients/:patientId/releases/:releaseId/pdf',
  may: 'releases.read',
  patient: 'patientId',
  opens: 'releases.print',
  params: OfRelease,
  async handle({ db, clinicId, actor, params: { patientId, releaseId }, now }) {
    const { who, releases, text } = await reading(db, { clinicId }, async (q) => ({
      ...(await readReleases(q, patientId, actor, now)),
      text: await findText(q, patientId, releaseId),
    }))
    const release = releases.find(({ id }) => id === releaseId)
    if (!release || !text) throw new Problem('not-found', says.noSuchRelease)
    const mark = who.isDrill ? drillWords.paper : undefined
    const headers = {
      'content-type': 'application/pdf',
      'content-disposition': 'inline; filename="release.pdf"',
      'cache-control': 'no-store',
    }
    return new Response(await releasePdf(release, text.rendered, { printedAt: now, mark }), { headers })
  },
})

export const releaseRoutes: Route[] = [
  shown,
  named,
  change,
  record,
  revoke,
  pdf,
  ...releaseRequestRoutes,
  ...releaseLinkRoutes,
]
