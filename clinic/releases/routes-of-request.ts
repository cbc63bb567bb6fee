import { z } from 'zod'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { audited } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { saveRequest, waitForReleases } from './changes.ts'
import { findRelease } from './queries.ts'
import { readReleases } from './read.ts'
import { releaseText } from './release.ts'
import { AskRelease, SendLink, SetAside, wrongInAsked } from './requests.ts'
import { sendLink } from './send-link.ts'
import { saveAside } from './set-aside.ts'

const OfPatient = z.object({ patientId: z.uuid() })
const OfRelease = z.object({ patientId: z.uuid(), releaseId: z.uuid() })

const ask = route({
  method: 'POST',
  path: '/api/patients/:patientId/releases/ask',
  may: 'releases.record',
  patient: 'patientId',
  params: OfPatient,
  body: AskRelease,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const { patientId } = params
    const { who, recipients, mayPart2, reach } = await reading(db, { clinicId }, (q) =>
      readReleases(q, patientId, actor, now),
    )
    if (body.form === 'part 2' && !mayPart2) throw new Problem('not-allowed', says.notReadable)
    const recipient = recipients.find(({ id }) => id === body.recipientId)
    if (!recipient) throw new Problem('not-found', says.noRecipient)
    if (recipient.aside) throw new Problem('rule-held', says.recipientIsAside)
    const fields = wrongInAsked(body, who.today)
    const [wrong] = Object.values(fields)
    if (wrong) throw new Problem('invalid', wrong, { fields })
    const { how, ...asked } = body
    const text = releaseText({ ...asked, ...who, from: null, recipient })
    const subject = { kind: 'release', id: body.id }
    const act = { clinicId, actor, action: 'releases.ask', at: now, subject, patientId, detail: { how } }
    return audited(db, act, async (tx) => {
      await saveRequest(tx, { ...asked, text, patientId, by: actor.id, now })
      return sendLink(tx, call, { how, subjectId: body.id, patientId, clinicName: who.clinicName, reach })
    })
  },
})

/** What of this patient's releases this person may see, signed or not. @throws not-found */
const seenBy = async (q: Query, { actor, now }: Context, { patientId, releaseId }: z.infer<typeof OfRelease>) => {
  const found = await readReleases(q, patientId, actor, now)
  const asked = found.asked.find(({ id }) => id === releaseId)
  const release = found.releases.find(({ id }) => id === releaseId)
  if (!asked && !release) throw new Problem('not-found', says.noSuchRelease)
  return { ...found, asked, release }
}

/** A new link: to sign what was asked, or to see what was signed and take it back. */
const send = route({
  method: 'POST',
  path: '/api/patients/:patientId/releases/:releaseId/link',
  may: 'releases.record',
  patient: 'patientId',
  params: OfRelease,
  body: SendLink,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const { patientId, releaseId: subjectId } = params
    const { who, reach, asked } = await reading(db, { clinicId }, (q) => seenBy(q, call, params))
    if (asked?.aside) throw new Problem('conflict', says.setAsideBy(asked.aside.by))
    const subject = { kind: 'release', id: subjectId }
    const act = { clinicId, actor, action: 'releases.send', at: now, subject, patientId, detail: { how: body.how } }
    return audited(db, act, (tx) =>
      sendLink(tx, call, { how: body.how, subjectId, patientId, clinicName: who.clinicName, reach }),
    )
  },
})

const setAside = route({
  method: 'POST',
  path: '/api/patients/:patientId/releases/:releaseId/set-aside',
  may: 'releases.record',
  patient: 'patientId',
  params: OfRelease,
  body: SetAside,
  async handle(call) {
    const { db, clinicId, actor, params, body, now } = call
    const { patientId, releaseId: requestId } = params
    await reading(db, { clinicId }, (q) => seenBy(q, call, params))
    const subject = { kind: 'release', id: requestId }
    const act = { clinicId, actor, action: 'releases.set-aside', at: now, subject, patientId }
    await audited(db, act, async (tx) => {
      await waitForReleases(tx, patientId)
      if (await findRelease(tx, patientId, requestId)) throw new Problem('conflict', says.signedAlready)
      const first = await saveAside(tx, { ...body, what: 'release', of: requestId, by: actor.id, now })
      if (first.id !== body.id) throw new Problem('conflict', says.setAsideBy(first.by), { first })
    })
    return { id: body.id }
  },
})

export const releaseRequestRoutes: Route[] = [ask, send, setAside]
