import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../clinic/accounts/actor.ts'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { spendLink } from '../../clinic/links/changes.ts'
import { coverAt } from '../../clinic/links/cover.ts'
import { isTooLate } from '../../clinic/links/heard.ts'
import { type Link, stateOf } from '../../clinic/links/link.ts'
import { findAsks, findLink } from '../../clinic/links/queries.ts'
import { findLanguage } from '../../clinic/records/language.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { findInstrument } from '../../clinic/responses/packs.ts'
import { listResponsesOfLink } from '../../clinic/responses/queries.ts'
import { type ContextKind, isAnswered } from '../../clinic/responses/response.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { Query } from '../../database/types.ts'
import { asq } from '../../science/instruments/asq.ts'
import type { Instrument } from '../../science/instruments/instrument.ts'
import type { Instant } from '../../science/time.ts'
import { says as linkSays } from '../../web/words/en/says/links.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { says as responseSays } from '../../web/words/en/says/responses.ts'
import { saveAnswers } from './changes.ts'
import { shownList } from './help.ts'
import { tellOfRefused } from './refused.ts'
import { type AskedFor, asksFor, Sent, type Sheet, sheets } from './sheets.ts'

/** What this link asks, in words; a link for something else opens no questions. */
const askedOf = async (
  { db, clinicId, now }: Pick<Context, 'db' | 'clinicId' | 'now'>,
  actor: Actor,
): Promise<{ asks: AskedFor; instruments: readonly Instrument[] }> => {
  const asks = actor.kind === 'link' ? asksFor(actor.purpose) : undefined
  if (!asks) throw new Problem('not-allowed', says.otherPurpose)
  const instruments = await reading(db, { clinicId }, async (q) => {
    const ids = asks === 'questionnaires' ? await findAsks(q, actor.id) : sheets[asks]
    const language = actor.kind === 'link' ? await findLanguage(q, actor.patientId) : 'en'
    return Promise.all(ids.map((id) => findInstrument(q, id, now, language)))
  })
  // Words whose licence ran out since the link was made are not shown.
  return { asks, instruments: instruments.filter((one) => one !== undefined) }
}

export const answerRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/link/questions',
    may: 'link',
    handle: async (call) => {
      const { asks, instruments } = await askedOf(call, call.actor)
      return { asks, lists: instruments.map(shownList) } satisfies Sheet
    },
  }),
  route({
    method: 'POST',
    path: '/api/link/answers',
    may: 'link',
    afterEnd: true,
    body: Sent,
    perMinute: 30,
    handle: async (call) => {
      const { instruments } = await askedOf(call, call.actor)
      const { body } = call
      checkAllAsked(instruments, body)
      const kept = { ...body, responses: keptOf(instruments, body) }
      const receivedAt = await receive(call, kept).catch(async (error: unknown) => {
        if (isTooLate(error)) await tellOfRefused(call, instruments, kept.responses)
        throw error
      })
      const clinic = await reading(call.db, call, findClinic)
      const cover = clinic && coverAt(clinic.messageCover.hours, clinic.timeZone, call.now)
      return { receivedAt, coverNow: cover ?? null }
    },
  }),
]

const checkAllAsked = (instruments: readonly Instrument[], { responses }: Sent) => {
  const asked = instruments.map(({ id }) => id).sort()
  const sent = responses.map(({ instrument }) => instrument).sort()
  if (isDeepStrictEqual(asked, sent)) return
  throw new Problem('invalid', says.otherQuestions, {
    fields: { responses: says.sendAnswersTo(asked) },
  })
}

/**
 * What is stored. A list that was passed over as a whole stays unasked, and due; one with suicide questions is kept as
 * passed over, because somebody has to ask them. Nothing at all is refused: it would use the link up for nothing.
 */
const keptOf = (instruments: readonly Instrument[], { responses }: Sent): Sent['responses'] => {
  if (!responses.some(({ answers }) => isAnswered(answers))) throw new Problem('invalid', responseSays.nothingAnswered)
  const aboutSuicide = new Set(instruments.filter((one) => one.asksAboutSuicide).map(({ id }) => id))
  return responses.filter(({ instrument, answers }) => isAnswered(answers) || aboutSuicide.has(instrument))
}

type Call = Pick<Context, 'db' | 'clinicId' | 'actor' | 'now'>

/** @throws Problem not-allowed through a link that takes nothing any more, conflict when other answers came through it */
const receive = async (call: Call, kept: Sent): Promise<Instant> => {
  const { db, clinicId, actor, now } = call
  const link = await reading(db, { clinicId }, (q) => findLink(q, actor.id))
  const state = link && stateOf(link, now)
  if (state === 'withdrawn' || state === 'expired') throw new Problem('not-allowed', linkSays.closed[state])
  return (await answeredAlready(call, kept)) ?? (await storeOnce(call, kept))
}

/** When the same answers came before: the phone did not hear us the first time, and is told again. */
const answeredAlready = async ({ db, clinicId, actor }: Call, body: Sent): Promise<Instant | undefined> => {
  const stored = await reading(db, { clinicId }, (q) => listResponsesOfLink(q, actor.id))
  if (stored.length === 0) return undefined
  const same = body.responses.every((sent) =>
    stored.some(({ id, answers }) => id === sent.id && isDeepStrictEqual({ ...answers }, { ...sent.answers })),
  )
  if (same) return stored[0]?.recordedAt
  throw new Problem('conflict', says.answeredAlready, {
    first: { by: says.thisLink, at: stored[0]?.recordedAt ?? '' },
  })
}

/** The same submit can arrive twice at the same moment: whichever is second hears what the first heard. */
const storeOnce = async (call: Call, body: Sent): Promise<Instant> => {
  try {
    return await store(call, body)
  } catch (error) {
    const first = error instanceof Problem && error.kind === 'conflict' ? await answeredAlready(call, body) : undefined
    if (first === undefined) throw error
    return first
  }
}

const store = async ({ db, clinicId, actor, now }: Call, body: Sent): Promise<Instant> => {
  if (actor.kind !== 'link') throw new Problem('not-signed-in', says.openAgain)
  const { patientId, purpose } = actor
  const { link, about, language } = await reading(db, { clinicId }, async (q) => {
    const found = await findLink(q, actor.id)
    return { link: found, about: await aboutOf(q, found), language: await findLanguage(q, patientId) }
  })
  const answeredAt = body.answeredAt < now ? body.answeredAt : now
  const subject = { kind: 'link', id: actor.id }
  const detail = { purpose, responses: body.responses.map(({ id }) => id) }
  const act = { clinicId, actor, action: 'outcomes.answer', at: now, subject, patientId, detail }
  await audited(db, act, async (tx) => {
    await spendLink(tx, actor.id, now)
    for (const { id, instrument, answers, language: shown } of body.responses) {
      await saveAnswers(tx, {
        id,
        patientId,
        instrument,
        answers,
        ...contextOf(about, instrument),
        answeredAt: link && answeredAt < link.madeAt ? link.madeAt : answeredAt,
        answeredByKind: 'patient',
        answeredBy: actor.id,
        linkId: actor.id,
        ...(isAnswered(answers) ? {} : { passedOver: true }),
        language: shown ?? language,
        now,
      })
    }
  })
  return now
}

type AboutLink = { kind: 'next-day' | 'session' | 'evaluation'; id: string } | undefined

/** What the link was sent ahead of, or after. */
const aboutOf = async (q: Query, link: Link | undefined): Promise<AboutLink> => {
  const id = link?.subjectId
  if (!link || !id) return undefined
  if (link.purpose === 'next-day') return { kind: 'next-day', id }
  const session = await q.maybe(sql`select id from session where id = ${id} and patient_id = ${link.patientId}`)
  return { kind: session ? 'session' : 'evaluation', id }
}

/**
 * Where the answers belong. Suicide questions answered at home are no part of the evaluation: somebody asks them there
 * as well.
 */
const contextOf = (about: AboutLink, instrument: string): { contextKind: ContextKind; contextId?: string } => {
  if (!about || (about.kind === 'evaluation' && instrument === asq.id)) return { contextKind: 'between' }
  return { contextKind: about.kind, contextId: about.id }
}
