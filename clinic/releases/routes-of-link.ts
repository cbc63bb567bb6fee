import type { z } from 'zod'
import { reading } from '../../database/read.ts'
import type { Query } from '../../database/types.ts'
import { speaksOfDanger } from '../../science/criteria/danger-words.ts'
import type { Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/releases.ts'
import { audited } from '../audit/audited.ts'
import { openLink } from '../links/changes.ts'
import { takenOrHeard } from '../links/heard.ts'
import { findLink } from '../links/queries.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { raiseDanger } from '../safety/danger.ts'
import { saveOwnSignature, saveRevocation, waitForReleases } from './changes.ts'
import { findRelease, findText, findWho, listRecipients } from './queries.ts'
import { findRequest } from './queries-of-request.ts'
import { holdsSigning, standingOn } from './release.ts'
import { SignAsked, TakeBack } from './requests.ts'

/** What the link was made for. */
const madeFor = async (q: Query, linkId: string): Promise<{ id: string; patientId: string }> => {
  const link = await findLink(q, linkId)
  if (!link?.subjectId) throw new Problem('not-found', says.toPatient.nothing)
  return { id: link.subjectId, patientId: link.patientId }
}

/** A release that was asked for behind this link, and what was signed of it. The link is not used up by signing. */
const behind = async (q: Query, linkId: string, now: Instant) => {
  const { id, patientId } = await madeFor(q, linkId)
  const [who, recipients, request, release, text] = await Promise.all([
    findWho(q, patientId, now),
    listRecipients(q, patientId),
    findRequest(q, patientId, id),
    findRelease(q, patientId, id),
    findText(q, patientId, id),
  ])
  if (!who || (!request && !release)) throw new Problem('not-found', says.toPatient.nothing)
  const recipient = recipients.find((one) => one.id === request?.recipientId)
  const holds = request && !release ? holdsSigning(request, recipient, who.today) : undefined
  return { id, patientId, who, request, release, text: text?.rendered ?? request?.rendered ?? '', holds }
}

const common = { may: 'link', purpose: 'release' } as const

const read = route({
  method: 'GET',
  path: '/api/link/release',
  ...common,
  async handle({ db, clinicId, actor, now }) {
    const found = await reading(db, { clinicId }, (q) => behind(q, actor.id, now))
    const { id, patientId, who, request, release, text, holds } = found
    const subject = { kind: 'release', id }
    const act = { clinicId, actor, action: 'releases.read', at: now, subject, patientId }
    await audited(db, act, (tx) => openLink(tx, actor.id, now))
    const signed = release && {
      name: release.signedName,
      on: release.signedOn,
      until: release.until,
      standing: standingOn(release, who.today),
      backOn: release.revoked?.on ?? null,
    }
    return {
      patientName: who.patientName,
      text,
      textHash: request?.textHash ?? release?.textHash ?? '',
      holds: holds ?? null,
      signed: signed ?? null,
    }
  },
})

const sign = route({
  method: 'POST',
  path: '/api/link/release/sign',
  ...common,
  perMinute: 20,
  body: SignAsked,
  async handle({ db, clinicId, actor, body, now }) {
    const { id, patientId } = await reading(db, { clinicId }, (q) => madeFor(q, actor.id))
    const subject = { kind: 'release', id }
    const act = { clinicId, actor, action: 'releases.sign', at: now, subject, patientId }
    await audited(db, act, async (tx) => {
      await waitForReleases(tx, patientId)
      const { who, request, release, holds } = await behind(tx, actor.id, now)
      // The answer to the first sending was lost on the way: what arrived counts.
      if (request && release?.signedName === body.signedName && release.textHash === body.textHash) return
      if (release || !request) throw new Problem('conflict', says.toPatient.signedAlready)
      if (holds) throw new Problem('conflict', holds)
      if (request.textHash !== body.textHash) throw new Problem('conflict', says.toPatient.textChanged)
      const { signedName } = body
      await saveOwnSignature(tx, { requestId: id, signedName, today: who.today, linkId: actor.id, now })
    })
    return {}
  },
})

const takeBack = route({
  method: 'POST',
  path: '/api/link/release/revoke',
  ...common,
  afterEnd: true,
  perMinute: 20,
  body: TakeBack,
  handle: (call) => takenOrHeard(call, speaksOfDanger(call.body.words), () => keepTakingBack(call)),
})

const keepTakingBack = async ({ db, clinicId, actor, body, now }: Context & { body: z.infer<typeof TakeBack> }) => {
  const { id: releaseId, patientId } = await reading(db, { clinicId }, (q) => madeFor(q, actor.id))
  const subject = { kind: 'release', id: releaseId }
  const act = { clinicId, actor, action: 'releases.revoke', at: now, subject, patientId }
  await audited(db, act, async (tx) => {
    await waitForReleases(tx, patientId)
    const { who, release } = await behind(tx, actor.id, now)
    if (!release) throw new Problem('conflict', says.toPatient.notSigned)
    const by = { link: actor.id }
    const first = await saveRevocation(tx, { ...body, revokedOn: who.today, releaseId, by, now })
    if (first.id !== body.id) throw new Problem('conflict', says.toPatient.backAlready)
    if (!release.revoked && speaksOfDanger(body.words)) await raiseDanger(tx, { patientId, about: subject, now })
  })
  return {}
}

export const releaseLinkRoutes: Route[] = [read, sign, takeBack]
