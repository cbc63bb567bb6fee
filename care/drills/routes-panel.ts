import { z } from 'zod'
import { endSignIn } from '../../clinic/accounts/sign-in/changes.ts'
import { noDrillCookie } from '../../clinic/accounts/sign-in/cookie.ts'
import { withCookie } from '../../clinic/accounts/sign-in/enter.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { Problem } from '../../clinic/request/problem.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { reading } from '../../database/read.ts'
import { addMinutes, Instant, minutesBetween } from '../../science/time.ts'
import { says } from '../../web/words/en/says/drills.ts'
import { protocolFor } from '../sessions/protocol.ts'
import { clinicOf } from '../sessions/queries.ts'
import { moveClock } from './changes.ts'
import { nextStop, shownOf, stopsOf } from './playing.ts'
import { findPlay, scriptOf } from './queries.ts'

const findPlayed = async ({ db, clinicId }: Pick<Context, 'db' | 'clinicId'>) => {
  const [play, clinic] = await reading(db, { clinicId }, (q) => Promise.all([findPlay(q), clinicOf(q)]))
  const script = play && scriptOf(play)
  if (!play || !script) throw new Problem('not-found', says.notInDrill)
  return { play, script, protocol: protocolFor(script.route, clinic.policy) }
}

const act = ({ clinicId, actor, now }: Context, action: string, id: string, detail: Record<string, unknown> = {}) => ({
  clinicId,
  actor,
  action,
  at: now,
  subject: { kind: 'drill', id },
  detail,
})

/** What stands beside the screens while somebody drills. It is no part of the simulated clinic. */
export const panelRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/drill',
    may: 'drills.play',
    aside: true,
    async handle(call) {
      const { play, script, protocol } = await findPlayed(call)
      const { drillId, sessionId, beganAt } = play
      return {
        drillId,
        sessionId,
        beganAt,
        title: script.title,
        shown: shownOf(script),
        stops: stopsOf(script, protocol),
      }
    },
  }),
  route({
    method: 'POST',
    path: '/api/drill/on',
    may: 'drills.play',
    aside: true,
    /** The moment the button named: a second tap does not move the clock once more. */
    body: z.object({ to: Instant }),
    async handle(call) {
      const { play, script, protocol } = await findPlayed(call)
      const stop = nextStop(stopsOf(script, protocol), minutesBetween(play.beganAt, call.now))
      if (stop === undefined) throw new Problem('conflict', says.nothingComes)
      const to = addMinutes(play.beganAt, stop)
      if (to !== call.body.to) throw new Problem('conflict', says.clockMoved)
      await audited(call.db, act(call, 'drill.on', play.drillId, { to }), (tx) =>
        moveClock(tx, play.drillId, call.now, to),
      )
      return { now: to }
    },
  }),
  route({
    method: 'POST',
    path: '/api/drill/leave',
    may: 'drills.play',
    aside: true,
    whileLocked: true,
    async handle(call) {
      const { actor, now } = call
      const { play } = await findPlayed(call)
      if (actor.kind !== 'staff') throw new Problem('not-found', says.notInDrill)
      await audited(call.db, act(call, 'drill.leave', play.drillId), (tx) =>
        endSignIn(tx, actor.id, actor.signInId, now),
      )
      return withCookie(noDrillCookie, { drillId: play.drillId })
    },
  }),
]
