import { z } from 'zod'
import { audited } from '../../../clinic/audit/audited.ts'
import { type Route, route } from '../../../clinic/request/route.ts'
import { sql } from '../../../database/sql.ts'
import { houseNumbers } from '../../../science/house.ts'
import { addMinutes } from '../../../science/time.ts'
import { clinicOf } from '../queries.ts'
import { listSilences } from './queries.ts'

const Policy = z.object({ boardSilenceMinutes: z.int().min(1).max(10).optional() })

/** How long the clinic lets its board be silent; a figure of our own where it has not said. */
export const silenceMinutes = (policy: unknown): number =>
  Policy.safeParse(policy).data?.boardSilenceMinutes ?? houseNumbers.boardSilenceMinutes.value

export const boardRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/board/silence',
    may: 'alerts.act',
    body: z.object({ id: z.uuid(), alarms: z.array(z.string().min(1).max(200)).min(1).max(500) }),
    async handle({ db, clinicId, actor, now: at, body }) {
      const subject = { kind: 'board', id: clinicId }
      const act = { clinicId, actor, action: 'board.silence', at, subject, detail: { alarms: body.alarms } }
      return audited(db, act, async (tx) => {
        const until = addMinutes(at, silenceMinutes((await clinicOf(tx)).policy))
        // The same press sent twice is one silence, from its first moment.
        await tx.run(sql`
          insert into board_silence (clinic_id, id, at, until, by_id, alarms)
          values (evenkeel_clinic(), ${body.id}, ${at}, ${until}, ${actor.id}, ${JSON.stringify(body.alarms)}::jsonb)
          on conflict (clinic_id, id) do nothing`)
        return { silences: await listSilences(tx, at) }
      })
    },
  }),
]
