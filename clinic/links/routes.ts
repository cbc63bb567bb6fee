import { z } from 'zod'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/links.ts'
import { findClinic } from '../accounts/settings/queries.ts'
import { audited } from '../audit/audited.ts'
import { findLanguage } from '../records/language.ts'
import { Problem } from '../request/problem.ts'
import { type Route, route } from '../request/route.ts'
import { openLink, withdrawLink } from './changes.ts'
import { contactOf } from './contact.ts'
import { inSpanish, stateOf, tokenOf } from './link.ts'
import { pictureOf } from './picture.ts'
import { findMadeBy, findName, listLinks, lookAtLink } from './queries.ts'

export const linkRoutes: Route[] = [
  // Public, because a link that is used, old or withdrawn still has to tell its holder how to reach the clinic. It says
  // who the patient is only while the link is live.
  route({
    method: 'GET',
    path: '/api/link',
    may: 'public',
    perMinute: 60,
    handle: async ({ db, headers, now }) => {
      const found = await lookAtLink(db, headers, async (q, { patientId }) =>
        Promise.all([findClinic(q), findName(q, patientId), findLanguage(q, patientId)]),
      )
      const [clinic, patientName, language] = found?.more ?? []
      if (!found || !clinic) throw new Problem('not-found', says.opensNothing)
      const { link } = found
      const state = stateOf(link, now)
      if (state === 'live' && !link.openedAt) {
        const { clinicId, patientId, linkId: id } = link
        const subject = { kind: 'link', id }
        const act = {
          clinicId,
          actor: { kind: 'link' as const, id },
          action: 'links.opened',
          at: now,
          subject,
          patientId,
        }
        await audited(db, act, (tx) => openLink(tx, id, now))
      }
      return {
        state,
        purpose: link.purpose,
        ...(state === 'live' && language === 'es' && inSpanish.has(link.purpose) ? { language } : {}),
        patientName: state === 'live' ? patientName : undefined,
        expiresAt: link.expiresAt,
        usedAt: link.usedAt ?? undefined,
        clinic: contactOf(clinic, now),
      }
    },
  }),
  route({
    method: 'GET',
    path: '/api/patients/:patientId/links',
    may: 'outcomes.ask',
    patient: 'patientId',
    params: z.object({ patientId: z.uuid() }),
    handle: ({ db, clinicId, now, params }) =>
      reading(db, { clinicId }, async (q) =>
        (await listLinks(q, params.patientId)).map((link) => ({ ...link, state: stateOf(link, now) })),
      ),
  }),
  // Whoever made a link has its address, and nobody else; that they showed it to the patient before them is written down.
  route({
    method: 'POST',
    path: '/api/patients/:patientId/links/shown',
    may: 'outcomes.ask',
    patient: 'patientId',
    params: z.object({ patientId: z.uuid() }),
    body: z.object({ url: z.string().max(500) }),
    handle: async ({ db, clinicId, actor, now, params: { patientId }, body: { url } }) => {
      const token = tokenOf(url)
      const [link, clinic] = await reading(db, { clinicId }, (q) =>
        Promise.all([token ? findMadeBy(q, { patientId, token, madeBy: actor.id, now }) : undefined, findClinic(q)]),
      )
      if (!link || !clinic) throw new Problem('not-found', says.noSuchLink)
      const subject = { kind: 'link', id: link.id }
      const act = { clinicId, actor, action: 'links.shown', at: now, subject, patientId }
      await audited(db, act, async () => undefined)
      return { picture: await pictureOf(url), expiresAt: link.expiresAt, clinic: clinic.name }
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/links/:linkId/withdraw',
    may: 'outcomes.ask',
    patient: 'patientId',
    params: z.object({ patientId: z.uuid(), linkId: z.uuid() }),
    body: z.object({}),
    handle: async ({ db, clinicId, actor, now, params: { patientId, linkId } }) => {
      const links = await reading(db, { clinicId }, (q) => listLinks(q, patientId))
      if (!links.some((link) => link.linkId === linkId)) throw new Problem('not-found', says.noSuchLink)
      const subject = { kind: 'link', id: linkId }
      const act = { clinicId, actor, action: 'links.withdraw', at: now, subject, patientId }
      await audited(db, act, (tx) => withdrawLink(tx, linkId, now))
    },
  }),
]
