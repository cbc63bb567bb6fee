import { findClinic } from '../../clinic/accounts/settings/queries.ts'
import { lockClinic } from '../../clinic/accounts/settings/seen.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { type Context, type Route, route } from '../../clinic/request/route.ts'
import { checkHolds, markOf, Seen } from '../../clinic/request/seen.ts'
import { reading } from '../../database/read.ts'
import { NewRhythm, type RhythmShown } from './rhythm.ts'
import { listRhythms, saveRhythm } from './rhythms.ts'

const shown = ({ db, clinicId }: Pick<Context, 'db' | 'clinicId'>): Promise<RhythmShown> =>
  reading(db, { clinicId }, async (q) => {
    const [signed, clinic] = await Promise.all([listRhythms(q), findClinic(q)])
    const { inductionQuestionDays, laterQuestionDays } = clinic?.policy ?? {}
    return {
      signed,
      mark: markOf(signed[0] ?? null),
      unsigned: { inductionDays: inductionQuestionDays ?? null, laterDays: laterQuestionDays ?? null },
    }
  })

export const rhythmRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/outcomes/rhythm',
    may: 'outcomes.ask',
    handle: (call) => shown(call),
  }),
  route({
    method: 'POST',
    path: '/api/outcomes/rhythm',
    may: 'plans.sign',
    body: NewRhythm.extend(Seen),
    handle: async ({ body: { seen, ...body }, ...call }) => {
      const { db, clinicId, actor, now } = call
      const subject = { kind: 'clinic', id: clinicId }
      const act = { clinicId, actor, action: 'outcomes.rhythm', at: now, subject, detail: { ...body } }
      await audited(db, act, async (tx) => {
        await lockClinic(tx)
        const [holds] = await listRhythms(tx)
        const stored = await saveRhythm(tx, body, { staffId: actor.id, now })
        // What was sent before is there already, and overwrites nothing.
        if (stored > 0) checkHolds(seen, holds)
      })
      return shown(call)
    },
  }),
]
