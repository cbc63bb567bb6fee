import { z } from 'zod'
import { audited } from '../../clinic/audit/audited.ts'
import { findLink } from '../../clinic/links/queries.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/over-time.ts'
import { saveChoice, saveMoods } from './changes.ts'
import { MoodChoice, MoodSent } from './mood-sent.ts'
import { readOwnCourse } from './queries.ts'

const common = { may: 'link', purpose: 'course', perMinute: 60 } as const

const linkOf = async ({ db, clinicId, actor }: Context) => {
  const link = await reading(db, { clinicId }, (q) => findLink(q, actor.id))
  if (!link) throw new Problem('not-found', says.openAgain)
  return link
}

const actOf = ({ clinicId, actor, now }: Context, action: string, patientId: string, detail: object) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'link', id: actor.id },
  patientId,
  detail: { ...detail },
})

export const ownCourseRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/link/course',
    ...common,
    handle: async (call) => {
      const { patientId } = await linkOf(call)
      return reading(call.db, call, (q) => readOwnCourse(q, patientId, call.now))
    },
  }),
  route({
    method: 'POST',
    path: '/api/link/course/moods',
    ...common,
    body: z.object({ moods: z.array(MoodSent).min(1).max(100) }),
    handle: async ({ body: { moods }, ...call }) => {
      const link = await linkOf(call)
      const act = actOf(call, 'mood.note', link.patientId, { moods: moods.map(({ id }) => id) })
      await audited(call.db, act, (tx) => saveMoods(tx, link, moods, call.now))
      return { stored: moods.map(({ id }) => id) }
    },
  }),
  route({
    method: 'POST',
    path: '/api/link/course/choice',
    ...common,
    body: MoodChoice,
    handle: async ({ body, ...call }) => {
      const link = await linkOf(call)
      const act = actOf(call, 'mood.choose', link.patientId, { wanted: body.wanted })
      await audited(call.db, act, (tx) => saveChoice(tx, link, body, call.now))
      return { wanted: body.wanted }
    },
  }),
]
