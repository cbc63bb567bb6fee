import { z } from 'zod'
import { reading } from '../../database/read.ts'
import { measureById } from '../../science/instruments/catalogue.ts'
import { ContentPack, inWordsOf } from '../../science/instruments/pack.ts'
import { says } from '../../web/words/en/says/responses.ts'
import { audited } from '../audit/audited.ts'
import { Problem } from '../request/problem.ts'
import { type Context, type Route, route } from '../request/route.ts'
import { blankForm, findInstrument, listPacks, savePack } from './packs.ts'
import { isLicensed, listed } from './shown.ts'

const Named = z.object({ instrument: z.string().max(40) })

const all = async ({ db, clinicId, now }: Pick<Context, 'db' | 'clinicId' | 'now'>) =>
  listed(await reading(db, { clinicId }, listPacks), now)

const measureNamed = (id: string) => {
  const measure = measureById[id]
  if (!measure) throw new Problem('not-found', says.unknownInstrument)
  return measure
}

/** A pack that fits its questionnaire; what does not is named, field by field. */
const fitting = (id: string, pack: ContentPack): ContentPack => {
  const worded = inWordsOf(measureNamed(id), pack)
  if (!('refused' in worded)) return pack
  const fields = Object.fromEntries(worded.refused.map(({ field, reason }) => [`pack.${field}`, reason]))
  throw new Problem('invalid', says.packDoesNotFit, { fields })
}

export const questionnaireRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/questionnaires',
    may: 'clinic.read',
    handle: async (call) => ({ questionnaires: await all(call) }),
  }),
  route({
    method: 'GET',
    path: '/api/questionnaires/:instrument',
    may: 'outcomes.record',
    params: Named,
    handle: async ({ db, clinicId, now, params: { instrument: id } }) => {
      const measure = measureNamed(id)
      const worded = await reading(db, { clinicId }, (q) => findInstrument(q, id, now))
      const { stem, items } = worded ?? {}
      const [found] = listed([], now).filter((one) => one.id === measure.id)
      return { ...found, stem: stem ?? null, items: items ?? blankForm(id)?.items ?? [] }
    },
  }),
  route({
    method: 'POST',
    path: '/api/questionnaires/:instrument/pack',
    may: 'clinic.set',
    limit: 512 * 1024,
    params: Named,
    body: z.object({ id: z.uuid(), pack: ContentPack, licenceHeld: z.literal(true, says.licenceHeld) }),
    handle: async (call) => {
      const { db, clinicId, actor, now, params, body } = call
      const { instrument } = params
      if (!isLicensed(instrument) && body.pack.language === 'en') throw new Problem('invalid', says.needsNoPack)
      const pack = fitting(instrument, body.pack)
      const subject = { kind: 'questionnaire', id: body.id }
      const detail = { instrument, version: pack.version, language: pack.language, licence: pack.licence }
      const act = { clinicId, actor, action: 'questionnaires.sign-pack', at: now, subject, detail }
      await audited(db, act, (tx) => savePack(tx, { id: body.id, instrument, pack, by: actor.id, now }))
      return { questionnaires: await all(call) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/questionnaires/:instrument/withdraw',
    may: 'clinic.set',
    params: Named,
    body: z.object({ id: z.uuid(), reason: z.string().trim().min(1, says.whyWithdrawn).max(2000) }),
    handle: async (call) => {
      const { db, clinicId, actor, now, params, body } = call
      const { instrument } = params
      const packs = await reading(db, { clinicId }, listPacks)
      if (!packs.some((one) => one.instrument === instrument && one.pack)) throw new Problem('not-found', says.noPack)
      const subject = { kind: 'questionnaire', id: body.id }
      const detail = { instrument, reason: body.reason }
      const act = { clinicId, actor, action: 'questionnaires.withdraw-pack', at: now, subject, detail }
      const row = { id: body.id, instrument, reason: body.reason, by: actor.id, now }
      await audited(db, act, (tx) => savePack(tx, row))
      return { questionnaires: await all(call) }
    },
  }),
]
