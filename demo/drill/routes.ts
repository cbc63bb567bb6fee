import { z } from 'zod'
import { saveDrill } from '../../care/drills/changes.ts'
import { countWatched, findDrill, findPlay, findUnfinished } from '../../care/drills/queries.ts'
import { findScript } from '../../care/drills/scripts.ts'
import { NewDrill } from '../../care/drills/training.ts'
import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { startSignIn } from '../../clinic/accounts/sign-in/changes.ts'
import { drillCookieFor } from '../../clinic/accounts/sign-in/cookie.ts'
import { deviceFrom } from '../../clinic/accounts/sign-in/device.ts'
import { withCookie } from '../../clinic/accounts/sign-in/enter.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { discardDemo } from '../../database/discard-demo.ts'
import { reading } from '../../database/read.ts'
import { says } from '../../web/words/en/says/drills.ts'

/** Nobody drills inside a drill, with a patient of theirs in the house, or with another drill open. */
const findHome = ({ db, clinicId, actor }: Context) =>
  reading(db, { clinicId }, async (q) => {
    const [home, watched, unfinished] = await Promise.all([
      findClinic(q),
      countWatched(q, actor.id),
      findUnfinished(q, actor.id),
    ])
    if (!home || home.drillOf !== null) throw new Problem('conflict', says.inDrill)
    if (watched > 0) throw new Problem('conflict', says.watching(watched))
    if (unfinished) throw new Problem('conflict', says.unfinished)
    return home
  })

/** Making the clinic of a drill and going into it. Only for oneself: whoever is signed in is who the record names. */
export const drillDoorRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/drills',
    may: 'drills.start',
    perMinute: 10,
    body: NewDrill,
    async handle(call) {
      const { db, clinicId, actor, now, body, secrets, origin } = call
      const there = await reading(db, { clinicId }, (q) => findDrill(q, body.id))
      if (there?.staffId === actor.id) return { id: there.id }
      const script = findScript(body.script)
      if (!script) throw new Problem('not-found', says.noScript)
      const home = await findHome(call)
      // Loaded only when one is made: it carries the whole server with it.
      const { makeDrill } = await import('./make.ts')
      const playedIn = await makeDrill({ db, secrets, origin, now, drillId: body.id, script, home, trainee: actor })
      const { id, version } = script
      const detail = { script: id, version }
      const act = { clinicId, actor, action: 'drills.start', at: now, subject: { kind: 'drill', id: body.id }, detail }
      await audited(db, act, (tx) =>
        saveDrill(tx, { id: body.id, staffId: actor.id, script: id, version, now, playedIn }),
      ).catch(async (error: unknown) => {
        await discardDemo(db, playedIn)
        throw error
      })
      return { id: body.id }
    },
  }),
  route({
    method: 'POST',
    path: '/api/drills/:id/enter',
    may: 'drills.start',
    params: z.object({ id: z.uuid() }),
    async handle(call) {
      const { db, clinicId, actor, now, headers } = call
      const drill = await reading(db, { clinicId }, (q) => findDrill(q, call.params.id))
      if (drill?.staffId !== actor.id) throw new Problem('not-found', says.noDrill)
      if (drill.report) throw new Problem('conflict', says.ended)
      const play = await reading(db, { clinicId: drill.playedIn }, findPlay)
      if (!play) throw new Problem('not-found', says.noDrill)
      const { traineeId, sessionId } = play
      const act = {
        clinicId: drill.playedIn,
        actor: { kind: 'staff' as const, id: traineeId },
        action: 'drill.enter',
        at: now,
        subject: { kind: 'staff', id: traineeId },
      }
      const { token } = await audited(db, act, (tx) =>
        startSignIn(tx, {
          staffId: traineeId,
          method: 'demo',
          device: deviceFrom(headers.get('user-agent') ?? ''),
          now,
        }),
      )
      return withCookie(drillCookieFor(token), { sessionId })
    },
  }),
]
