import { z } from 'zod'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { makeLink } from '../../clinic/links/changes.ts'
import { queueMessage } from '../../clinic/messages/changes.ts'
import { listUnsent } from '../../clinic/messages/queries.ts'
import { findLanguage } from '../../clinic/records/language.ts'
import { changeRoute } from '../../clinic/records/routes.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Route, route } from '../../clinic/request/route.ts'
import { findInstrument } from '../../clinic/responses/packs.ts'
import { reading } from '../../database/read.ts'
import type { Database } from '../../database/types.ts'
import type { PackLanguage } from '../../science/instruments/pack.ts'
import type { Instant } from '../../science/time.ts'
import { letterWords } from '../../web/words/en/letters.ts'
import { says } from '../../web/words/en/says/outcomes.ts'
import { lettersIn } from '../../web/words/letters.ts'
import { findReach } from '../intake/queries.ts'
import { AskNow, Entered } from './asking.ts'
import { lookAtAdmission, saveAnswers } from './changes.ts'
import { reachable } from './due.ts'
import { type DueHere, listDue, readOutcomes, sessionIsOf } from './queries.ts'
import { answersOfPatientRoutes } from './routes-of-answers.ts'
import { choiceRoutes } from './routes-of-choice.ts'
import { definitionRoutes } from './routes-of-definitions.ts'
import { answerRoutes } from './routes-of-link.ts'
import { nextDayRoute } from './routes-of-next-day.ts'
import { ratingRoutes } from './routes-of-ratings.ts'
import { rhythmRoutes } from './routes-of-rhythm.ts'
import { hoursAtHand, hoursToAnswer, type SentFor } from './sheets.ts'

const PatientId = z.object({ patientId: z.uuid() })

export const outcomeRoutes: Route[] = [
  ...answerRoutes,
  ...answersOfPatientRoutes,
  ...choiceRoutes,
  ...definitionRoutes,
  nextDayRoute,
  ...ratingRoutes,
  ...rhythmRoutes,
  changeRoute('admission', 'admissions', 'records.write', lookAtAdmission),
  route({
    method: 'GET',
    path: '/api/outcomes/due',
    may: 'outcomes.ask',
    handle: async ({ db, clinicId, now }): Promise<DueHere> => {
      const [{ due, clinic }, unsent] = await reading(db, { clinicId }, (q) =>
        Promise.all([listDue(q, now), listUnsent(q)]),
      )
      return { due, clinic, unsent }
    },
  }),
  route({
    method: 'GET',
    path: '/api/patients/:patientId/outcomes',
    may: 'outcomes.read',
    patient: 'patientId',
    opens: 'outcomes.open',
    params: PatientId,
    handle: ({ db, clinicId, now, params }) => reading(db, { clinicId }, (q) => readOutcomes(q, params.patientId, now)),
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/ask',
    may: 'outcomes.ask',
    patient: 'patientId',
    params: PatientId,
    body: AskNow,
    handle: async ({ db, clinicId, actor, now, origin, secrets, params: { patientId }, body }) => {
      const { asks, sessionId } = body
      const [clinic, reach, ofPatient] = await reading(db, { clinicId }, (q) =>
        Promise.all([findClinic(q), findReach(q, patientId), sessionId ? sessionIsOf(q, sessionId, patientId) : true]),
      )
      if (!clinic || !reach) throw new Problem('not-found', says.noSuchPatient)
      if (!ofPatient || (asks === 'next-day' && !sessionId)) {
        throw new Problem('invalid', says.oneSession, {
          fields: { sessionId: says.chooseSession },
        })
      }
      const which = asks === 'questionnaires' ? { asks: await askable(db, clinicId, now, body.instruments ?? []) } : {}
      const by = body.by === 'here' ? undefined : channelFor(body.by, reach)
      const hours = by ? hoursToAnswer[asks] : hoursAtHand
      const subject = { kind: 'patient', id: patientId }
      const detail = {
        asks,
        ...(body.instruments ? { instruments: body.instruments } : {}),
        by: body.by,
        ...(sessionId ? { session: sessionId } : {}),
      }
      const act = { clinicId, actor, action: 'outcomes.ask', at: now, subject, patientId, detail }
      return audited(db, act, async (tx) => {
        const about = asks === 'next-day' && sessionId ? { subjectId: sessionId } : {}
        const link = await makeLink(tx, {
          clinicId,
          patientId,
          purpose: asks,
          ...about,
          ...which,
          now,
          hours,
          madeBy: actor.id,
          origin,
        })
        if (!by) return { id: link.id, url: link.url, hours }
        await queueMessage(tx, {
          patientId,
          linkId: link.id,
          channel: by.channel,
          to: by.to,
          ...letterFor(asks, await findLanguage(tx, patientId))(
            by.channel,
            clinic.name,
            link.url,
            Math.max(1, Math.round(hours / 24)),
          ),
          now,
          secrets,
        })
        // The address stays between the outbox and the patient.
        return { id: link.id, sentTo: by.to, hours }
      })
    },
  }),
  route({
    method: 'POST',
    path: '/api/patients/:patientId/responses',
    may: 'outcomes.record',
    patient: 'patientId',
    params: PatientId,
    body: Entered,
    handle: async ({ db, clinicId, actor, now, params: { patientId }, body }) => {
      if (body.answeredAt > now) {
        throw new Problem('invalid', says.future, {
          fields: { answeredAt: says.answeredAt },
        })
      }
      const { contextId, corrects, why, answers, total, ...entered } = body
      const said = answers
        ? { answers, ...(total === undefined ? {} : { stated: total }) }
        : { answers: {}, ...(total === undefined ? {} : { total }) }
      const subject = { kind: 'response', id: body.id }
      const detail = { instrument: body.instrument, ...(corrects ? { corrects } : {}) }
      const act = { clinicId, actor, action: 'outcomes.record', at: now, subject, patientId, detail }
      const { stored, flags } = await audited(db, act, (tx) =>
        saveAnswers(tx, {
          ...entered,
          ...said,
          ...(contextId ? { contextId } : {}),
          ...(corrects ? { corrects, why: why ?? '' } : {}),
          patientId,
          answeredByKind: 'staff',
          answeredBy: actor.id,
          now,
        }),
      )
      return {
        id: body.id,
        stored,
        flags: flags.map(({ id, level, says: sentence }) => ({ id, level, says: sentence })),
      }
    },
  }),
]

/** The page of the own course is in English only, and so is the letter to it. */
const letterFor = (asks: SentFor, language: PackLanguage) =>
  asks === 'course' ? letterWords.ownCourse : lettersIn[language].questions

const channelFor = (channel: 'mail' | 'sms', reach: { reachBy: readonly string[]; phone: string; email: string }) => {
  const by = reachable({ ...reach, reachBy: reach.reachBy.filter((way) => way === channel) })
  if (by) return by
  throw new Problem('invalid', says.notReachable[channel], { fields: { by: says.otherWay } })
}

/** Questionnaires that a patient answers, in words that may be used here. */
const askable = async (db: Database, clinicId: string, now: Instant, ids: readonly string[]): Promise<string[]> => {
  const found = await reading(db, { clinicId }, (q) => Promise.all(ids.map((id) => findInstrument(q, id, now))))
  const unique = [...new Set(ids)]
  const fits = found.every((one) => one?.by === 'patient')
  if (fits && unique.length > 0) return unique
  throw new Problem('invalid', says.whichQuestionnaire, { fields: { instruments: says.whichQuestionnaire } })
}
